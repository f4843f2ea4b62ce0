import { personErased } from '@platen/contracts';
import { defineService, handles, on } from '@platen/platform';
import { Meters1795255220000 } from '../migrations/1795255220000-meters';
import { Polls1795255240000 } from '../migrations/1795255240000-polls';
import { SitesAndDevices1795255210000 } from '../migrations/1795255210000-sites-and-devices';
import { SuppliesAndAlerts1795255230000 } from '../migrations/1795255230000-supplies-and-alerts';
import { DeviceGroups1795302050000 } from '../migrations/1795302050000-device-groups';
import { AlertsOfDeviceResolver } from './alerts/alert.resolver';
import { forgetAssignments } from './assignments/assignment.events';
import { AssignmentResolver } from './assignments/assignment.resolver';
import { DeviceEntity } from './devices/device.entity';
import { deviceLoader } from './devices/device.loaders';
import { DeviceConnectionResolver, DeviceResolver } from './devices/device.resolver';
import { type FleetApp, composeFleet } from './fleet-app';
import { ChangeGroupsResolver } from './groups/change-groups.resolver';
import { DeviceGroupResolver } from './groups/device-group.resolver';
import { makeReadingMonths } from './meter-reads/reading-months';
import { MetersOfDeviceResolver } from './meters/meter.resolver';
import { PollResolver } from './polls/poll.resolver';
import { SiteEntity } from './sites/site.entity';
import { SiteResolver, siteLoader } from './sites/site.resolver';
import { FleetSummaryResolver } from './summary/fleet-summary.resolver';
import { SuppliesOfDeviceResolver } from './supplies/supply.resolver';
import { SightResolver } from './visibility/sight.resolver';

/** What: sites, devices, who sees them, polls, meters, supply levels, alerts. */
export const fleet = defineService<FleetApp>({
  name: 'fleet',
  entities: [SiteEntity, DeviceEntity],
  migrations: [
    SitesAndDevices1795255210000,
    Meters1795255220000,
    SuppliesAndAlerts1795255230000,
    Polls1795255240000,
    DeviceGroups1795302050000,
  ],
  resolvers: [
    DeviceResolver,
    DeviceConnectionResolver,
    SiteResolver,
    SuppliesOfDeviceResolver,
    MetersOfDeviceResolver,
    AlertsOfDeviceResolver,
    FleetSummaryResolver,
    PollResolver,
    DeviceGroupResolver,
    ChangeGroupsResolver,
    AssignmentResolver,
    SightResolver,
  ],
  compose: composeFleet,
  resolverInstances: (app) => [
    new DeviceResolver(app.devices),
    new DeviceConnectionResolver(app.devices),
    new SiteResolver(app.sites),
    new SuppliesOfDeviceResolver(app.supplies),
    new MetersOfDeviceResolver(app.meters),
    new AlertsOfDeviceResolver(app.alerts),
    new FleetSummaryResolver(app.summary),
    new PollResolver(app.polls),
    new DeviceGroupResolver(app.groups),
    new ChangeGroupsResolver(app.changeGroups, app.groups),
    new AssignmentResolver(app.assignments),
    new SightResolver(app.sight, app.groups, app.devices),
  ],
  references: (app) => ({
    Device: ({ id }, context) => deviceLoader(app.devices, context).load(id),
    Site: ({ id }, context) => siteLoader(app.sites, context).load(id),
  }),
  load: (app, world) => app.world.load(world),
  ports: (app) => ({ deviceAccess: app.access }),
  consumers: [
    on(personErased, 'fleet.forget-assignments', (_app, person, context) =>
      forgetAssignments(person, context),
    ),
  ],
  jobs: [handles(makeReadingMonths, (app: FleetApp) => app.months.ensureAhead(app.platform.clock.now()))],
  schedules: [
    {
      name: 'fleet.reading-months',
      job: makeReadingMonths,
      payload: {},
      cron: { pattern: '17 2 * * *', timeZone: 'UTC' },
    },
  ],
});
