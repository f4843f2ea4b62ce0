import type { ServicePlatform } from '@platen/platform';
import { AlertService } from './alerts/alert.service';
import { AssignmentService } from './assignments/assignment.service';
import { DeviceService } from './devices/device.service';
import { ChangeGroupsService } from './groups/change-groups.service';
import { DeviceGroupService } from './groups/device-group.service';
import { ReadingMonths } from './meter-reads/reading-months';
import { MeterService } from './meters/meter.service';
import { PollService } from './polls/poll.service';
import { SiteService } from './sites/site.service';
import { FleetSummaryService } from './summary/fleet-summary.service';
import { SupplyService } from './supplies/supply.service';
import { FleetDeviceAccess } from './visibility/device-access';
import { SightService } from './visibility/sight.service';
import { WorldLoader } from './world/world-loader';

/** The use cases of fleet, by slice. */
export interface FleetApp {
  readonly devices: DeviceService;
  readonly sites: SiteService;
  readonly supplies: SupplyService;
  readonly meters: MeterService;
  readonly alerts: AlertService;
  readonly summary: FleetSummaryService;
  readonly polls: PollService;
  readonly months: ReadingMonths;
  readonly access: FleetDeviceAccess;
  readonly groups: DeviceGroupService;
  readonly changeGroups: ChangeGroupsService;
  readonly assignments: AssignmentService;
  readonly sight: SightService;
  readonly world: WorldLoader;
  readonly platform: ServicePlatform;
}

/** Puts the use cases together. */
export function composeFleet(platform: ServicePlatform): FleetApp {
  const { work, clock } = platform;
  const months = new ReadingMonths(work);
  const access = new FleetDeviceAccess(work);
  const forgetSight = () => access.forget();
  return {
    devices: new DeviceService(work, clock),
    sites: new SiteService(work),
    supplies: new SupplyService(work, clock),
    meters: new MeterService(work),
    alerts: new AlertService(work),
    summary: new FleetSummaryService(work, clock),
    polls: new PollService(work, clock, months),
    months,
    access,
    groups: new DeviceGroupService(work),
    changeGroups: new ChangeGroupsService(work, forgetSight),
    assignments: new AssignmentService(work, forgetSight),
    sight: new SightService(work),
    world: new WorldLoader(work, clock, months),
    platform,
  };
}
