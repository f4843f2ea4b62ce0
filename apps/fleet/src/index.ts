import { customerChanged, personChanged, personErased, collectorAccessChanged } from '@platen/contracts';
import { defineService, handles, on } from '@platen/platform';
import { Reports1795326010000 } from '../migrations/1795326010000-reports';
import { WithdrawnValues1795420000000 } from '../migrations/1795420000000-withdrawn-values';
import { Meters1795255220000 } from '../migrations/1795255220000-meters';
import { Polls1795255240000 } from '../migrations/1795255240000-polls';
import { SitesAndDevices1795255210000 } from '../migrations/1795255210000-sites-and-devices';
import { SuppliesAndAlerts1795255230000 } from '../migrations/1795255230000-supplies-and-alerts';
import { DeviceGroups1795302050000 } from '../migrations/1795302050000-device-groups';
import { DeviceRegister1795320010000 } from '../migrations/1795320010000-device-register';
import { GroupRules1795327010000 } from '../migrations/1795327010000-group-rules';
import { SightLog1795327020000 } from '../migrations/1795327020000-sight-log';
import { MeterHandIns1795323000000 } from '../migrations/1795323000000-meter-hand-ins';
import { SilentMachines1795324000000 } from '../migrations/1795324000000-silent-machines';
import { PlacesModelsAndImports1795321000000 } from '../migrations/1795321000000-places-models-and-imports';
import { KnownPeople1795327030000 } from '../migrations/1795327030000-known-people';
import { SavedViews1795327040000 } from '../migrations/1795327040000-saved-views';
import { MeterKinds1795325010000 } from '../migrations/1795325010000-meter-kinds';
import { RetentionOfReads1795325030000 } from '../migrations/1795325030000-retention-of-reads';
import { RunningMeters1795325020000 } from '../migrations/1795325020000-running-meters';
import { MeterExport1795324010000 } from '../migrations/1795324010000-meter-export';
import { MachinesThatAreDown1795327050000 } from '../migrations/1795327050000-machines-that-are-down';
import { StandingOfMachines1795410010000 } from '../migrations/1795410010000-standing-of-machines';
import { MeterReminders1795324020000 } from '../migrations/1795324020000-meter-reminders';
import { MeterCases1795323010000 } from '../migrations/1795323010000-meter-cases';
import { AlertsOfDeviceResolver } from './alerts/alert.resolver';
import { AssignmentResolver } from './assignments/assignment.resolver';
import { keepCustomer } from './customers/known-customer';
import { Collectors1795328000000 } from '../migrations/1795328000000-collectors';
import { ReadingsInOrder1795400000000 } from '../migrations/1795400000000-readings-in-order';
import { findSilentCollectors, rememberAccess, tellSilentCollectors } from './collectors/collector.events';
import { collectorLoader } from './collectors/collector.loaders';
import { toCollector } from './collectors/collector.mapping';
import { CollectorResolver } from './collectors/collector.resolver';
import { CollectorReportResolver } from './collectors/collector-report.resolver';
import { PlannedMoves1795322000000 } from '../migrations/1795322000000-planned-moves';
import { ChangeDeviceResolver } from './devices/change-device.resolver';
import { DeviceEntity } from './devices/device.entity';
import { deviceLoader } from './devices/device.loaders';
import { DeviceExportResolver } from './devices/device-export.resolver';
import { DeviceConnectionResolver, DeviceResolver } from './devices/device.resolver';
import { Labels1795600000000 } from '../migrations/1795600000000-labels';
import { LevelsOfNewSupplies1795610000000 } from '../migrations/1795610000000-levels-of-new-supplies';
import { LabelResolver } from './labels/label.resolver';
import { type FleetApp, composeFleet } from './fleet-app';
import { ChangeGroupsResolver } from './groups/change-groups.resolver';
import { DeviceGroupResolver } from './groups/device-group.resolver';
import { GroupRulesResolver } from './groups/group-rules.resolver';
import { CorrectionResolver } from './corrections/correction.resolver';
import { ClosePeriodResolver } from './meter-periods/close-period.resolver';
import { MeterCaseResolver, MeterCasesOfDeviceResolver } from './meter-exceptions/meter-case.resolver';
import { HandInResolver } from './hand-ins/hand-in.resolver';
import { MeterExportResolver } from './meter-export/meter-export.resolver';
import { MeterLinkResolver } from './meter-links/meter-link.resolver';
import { LifecycleResolver } from './lifecycle/lifecycle.resolver';
import { makeReadingMonths } from './meter-reads/reading-months';
import { dropOldReads, giveUpOldReads } from './meter-reads/retention';
import { ModelOfDeviceResolver, ModelResolver } from './models/model.resolver';
import { MeterRoundResolver } from './meters/meter-round.resolver';
import { MeterHistoryResolver } from './meters/meter-history.resolver';
import { MeterResolver, MetersOfDeviceResolver } from './meters/meter.resolver';
import { forgetPerson } from './people/forget-person';
import { keepPerson } from './people/known-people';
import { MeterKindResolver } from './meter-kinds/meter-kind.resolver';
import { PollResolver } from './polls/poll.resolver';
import { clockConsumers, clockJobs, clockSchedules } from './round-the-clock';
import { DeviceSilenceResolver } from './silence/device-silence.resolver';
import { DeviceImportResolver } from './register/import.resolver';
import {
  checkDeviceList,
  forgetDeviceLists,
  forgetImporter,
  importDeviceList,
} from './register/import.service';
import { RegisterResolver } from './register/register.resolver';
import { ChangeSitesResolver } from './sites/change-sites.resolver';
import { forgetReports } from './reports/report.events';
import { ReportFileResolver } from './reports/files/report-file.resolver';
import { forgetOldFiles, forgetReportFiles, writeReportFile } from './reports/files/report-file.service';
import { SavedReportResolver } from './reports/saved/saved-report.resolver';
import { lookForDueReports, takeDueReports, tellReaders, tellReport } from './reports/saved/send-reports';
import { VolumeReportResolver } from './reports/volume-report.resolver';
import { SiteEntity } from './sites/site.entity';
import { siteLoader } from './sites/site.loaders';
import { SiteResolver } from './sites/site.resolver';
import { FleetSummaryResolver } from './summary/fleet-summary.resolver';
import { SuppliesOfDeviceResolver } from './supplies/supply.resolver';
import { SavedViewResolver } from './views/saved-view.resolver';
import { SightLogResolver } from './visibility/sight-log.resolver';
import { UnknownDeviceResolver } from './unknown-devices/unknown-device.resolver';
import { forgetToldPerson } from './moves/forget-told-person';
import { MoveResolver } from './moves/move.resolver';
import { carryOutMove, carryOutPlanned, findDueMoves, orderDueMoves } from './moves/planned-moves';
import { TimelineOfDeviceResolver } from './timeline/timeline.resolver';
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
    DeviceRegister1795320010000,
    GroupRules1795327010000,
    SightLog1795327020000,
    MeterHandIns1795323000000,
    MeterCases1795323010000,
    SilentMachines1795324000000,
    PlacesModelsAndImports1795321000000,
    KnownPeople1795327030000,
    SavedViews1795327040000,
    MeterKinds1795325010000,
    RunningMeters1795325020000,
    RetentionOfReads1795325030000,
    Collectors1795328000000,
    MeterExport1795324010000,
    MachinesThatAreDown1795327050000,
    StandingOfMachines1795410010000,
    Reports1795326010000,
    MeterReminders1795324020000,
    PlannedMoves1795322000000,
    ReadingsInOrder1795400000000,
    WithdrawnValues1795420000000,
    Labels1795600000000,
    LevelsOfNewSupplies1795610000000,
  ],
  resolvers: [
    DeviceResolver,
    DeviceConnectionResolver,
    ChangeDeviceResolver,
    LifecycleResolver,
    MoveResolver,
    TimelineOfDeviceResolver,
    SiteResolver,
    ChangeSitesResolver,
    ModelResolver,
    ModelOfDeviceResolver,
    RegisterResolver,
    DeviceImportResolver,
    UnknownDeviceResolver,
    SuppliesOfDeviceResolver,
    MetersOfDeviceResolver,
    MeterKindResolver,
    AlertsOfDeviceResolver,
    FleetSummaryResolver,
    PollResolver,
    DeviceGroupResolver,
    ChangeGroupsResolver,
    GroupRulesResolver,
    AssignmentResolver,
    SightResolver,
    HandInResolver,
    DeviceSilenceResolver,
    MeterResolver,
    MeterHistoryResolver,
    CorrectionResolver,
    MeterCaseResolver,
    ClosePeriodResolver,
    MeterCasesOfDeviceResolver,
    MeterRoundResolver,
    SavedViewResolver,
    DeviceExportResolver,
    SightLogResolver,
    CollectorResolver,
    CollectorReportResolver,
    MeterExportResolver,
    VolumeReportResolver,
    ReportFileResolver,
    SavedReportResolver,
    MeterLinkResolver,
    LabelResolver,
  ],
  compose: composeFleet,
  resolverInstances: (app) => [
    new DeviceResolver(app.devices),
    new DeviceConnectionResolver(app.devices),
    new ChangeDeviceResolver(app.changeDevices, app.devices),
    new LifecycleResolver(app.lifecycle, app.devices),
    new MoveResolver(app.moves, app.movePreviews, app.devices, app.sites),
    new TimelineOfDeviceResolver(app.timeline, app.devices, app.sites),
    new SiteResolver(app.sites),
    new ChangeSitesResolver(app.changeSites, app.sites),
    new ModelResolver(app.models),
    new ModelOfDeviceResolver(app.models),
    new RegisterResolver(app.register, app.devices, app.platform.work),
    new DeviceImportResolver(app.imports),
    new UnknownDeviceResolver(app.unknownDevices),
    new SuppliesOfDeviceResolver(app.supplies),
    new MetersOfDeviceResolver(app.meters),
    new MeterKindResolver(app.meterKinds),
    new AlertsOfDeviceResolver(app.alerts),
    new FleetSummaryResolver(app.summary),
    new PollResolver(app.polls),
    new DeviceGroupResolver(app.groups),
    new ChangeGroupsResolver(app.changeGroups, app.groups),
    new GroupRulesResolver(app.groupRules, app.groups, app.devices, app.sites),
    new AssignmentResolver(app.assignments),
    new SightResolver(app.sight, app.groups, app.devices),
    new HandInResolver(app.handIns),
    new DeviceSilenceResolver(app.silence),
    new CorrectionResolver(app.corrections, app.meterResets),
    new ClosePeriodResolver(app.meterPeriods),
    new MeterCaseResolver(app.meterCases, app.devices),
    new MeterCasesOfDeviceResolver(app.meterCases),
    new MeterResolver(app.meterExpectations, app.meterReads),
    new MeterHistoryResolver(app.meterReads, app.resetsOfMeters, app.correctable),
    new MeterRoundResolver(app.meterRounds, app.devices),
    new SavedViewResolver(app.views),
    new DeviceExportResolver(app.devices),
    new SightLogResolver(app.sightLog, app.devices, app.groups),
    new CollectorResolver(app.collectors, app.collectorReports, app.collectorReleases, app.sites),
    new CollectorReportResolver(app.collectorReports, app.collectorReleases),
    new MeterExportResolver(app.meterExport),
    new VolumeReportResolver(app.reports),
    new ReportFileResolver(app.reportFiles),
    new SavedReportResolver(app.savedReports),
    new MeterLinkResolver(app.meterLinks),
    new LabelResolver(app.labels, app.devices),
  ],
  references: (app) => ({
    Device: ({ id }, context) => deviceLoader(app.devices, context).load(id),
    Site: ({ id }, context) => siteLoader(app.sites, context).load(id),
    Collector: async ({ id }, context) => {
      const row = await collectorLoader(app.collectors, context).load(id);
      return row && toCollector(row);
    },
  }),
  load: (app, world) => app.world.load(world),
  ports: (app) => ({ deviceAccess: app.access }),
  consumers: [
    on(personErased, 'fleet.forget-importer', (_app, person, { tx }) => forgetImporter(tx, person)),
    on(customerChanged, 'fleet.know-customer', (_app, customer, { tx }) => keepCustomer(tx, customer)),
    on(personErased, 'fleet.forget-sight', (_app, { userId }, { tx }) => forgetPerson(tx, userId)),
    on(personChanged, 'fleet.keep-person', (_app, person, context) => keepPerson(person, context)),
    on(collectorAccessChanged, 'fleet.remember-collector-access', (_app, change, { tx }) =>
      rememberAccess(tx, change),
    ),
    ...clockConsumers,
    on(personErased, 'fleet.forget-reports', (_app, person, context) => forgetReports(person, context)),
    on(personErased, 'fleet.forget-told-people', (_app, { userId }, { tx }) => forgetToldPerson(tx, userId)),
  ],
  jobs: [
    handles(makeReadingMonths, (app: FleetApp) => app.months.ensureAhead(app.platform.clock.now())),
    handles(giveUpOldReads, async ({ platform }: FleetApp, _payload, { tx, log }) => {
      const gone = await dropOldReads(tx, platform.retention, platform.clock.now());
      if (gone.length > 0) log.info({ gone }, 'old readings were given up');
    }),
    ...clockJobs,
    handles(checkDeviceList, (app: FleetApp, list, { tx }) => app.imports.runCheck(tx, list)),
    handles(importDeviceList, (app: FleetApp, list, { tx }) => app.imports.runImport(tx, list)),
    handles(forgetDeviceLists, (app: FleetApp, _payload, { tx }) => app.imports.forgetOld(tx)),
    handles(findSilentCollectors, (app: FleetApp, _payload, { tx }) =>
      tellSilentCollectors(tx, app.platform.clock.now()),
    ),
    handles(writeReportFile, (app: FleetApp, order) => app.reportFiles.writeLong(order)),
    handles(forgetReportFiles, (app: FleetApp, _payload, { tx }) =>
      forgetOldFiles(tx, app.platform.clock.now()),
    ),
    handles(lookForDueReports, (app: FleetApp, _payload, context) =>
      takeDueReports(app.platform.clock, context),
    ),
    handles(tellReport, (app: FleetApp, report, context) => tellReaders(report, app.reports, context)),
    handles(findDueMoves, (app: FleetApp, _payload, context) => orderDueMoves(app.platform.clock, context)),
    handles(carryOutMove, (app: FleetApp, payload, context) =>
      carryOutPlanned(app.platform.clock, payload, context),
    ),
  ],
  schedules: [
    {
      name: 'fleet.forget-imports',
      job: forgetDeviceLists,
      payload: {},
      cron: { pattern: '41 3 * * *', timeZone: 'UTC' },
    },
    {
      name: 'fleet.reading-months',
      job: makeReadingMonths,
      payload: {},
      cron: { pattern: '17 2 * * *', timeZone: 'UTC' },
    },
    {
      name: 'fleet.old-reads',
      job: giveUpOldReads,
      payload: {},
      cron: { pattern: '47 2 * * *', timeZone: 'UTC' },
    },
    ...clockSchedules,
    { name: 'fleet.silent-collectors', job: findSilentCollectors, payload: {}, everyMs: 5 * 60 * 1000 },
    {
      name: 'fleet.due-reports',
      job: lookForDueReports,
      payload: {},
      cron: { pattern: '7 * * * *', timeZone: 'UTC' },
    },
    {
      name: 'fleet.forget-report-files',
      job: forgetReportFiles,
      payload: {},
      cron: { pattern: '43 2 * * *', timeZone: 'UTC' },
    },
    {
      // Every hour, because the day begins at another hour in each branch.
      name: 'fleet.due-moves',
      job: findDueMoves,
      payload: {},
      cron: { pattern: '13 * * * *', timeZone: 'UTC' },
    },
  ],
});
