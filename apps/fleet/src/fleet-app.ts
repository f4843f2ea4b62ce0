import type { ServicePlatform } from '@platen/platform';
import { AlertService } from './alerts/alert.service';
import { AssignmentService } from './assignments/assignment.service';
import { CollectorService } from './collectors/collector.service';
import { CollectorReleases } from './collectors/collector-release';
import { CollectorReportService } from './collectors/collector-report.service';
import { ChangeDeviceService } from './devices/change-device.service';
import { DeviceService } from './devices/device.service';
import { ChangeGroupsService } from './groups/change-groups.service';
import { GroupRulesService } from './groups/group-rules.service';
import { DeviceGroupService } from './groups/device-group.service';
import { HandInService } from './hand-ins/hand-in.service';
import { LifecycleService } from './lifecycle/lifecycle.service';
import { ReadingMonths } from './meter-reads/reading-months';
import { type Correction, type RebuildScope, rebuildRollups } from './meter-reads/rebuild-rollups';
import { CorrectableService } from './corrections/correctable.service';
import { CorrectionService } from './corrections/correction.service';
import { ResetService } from './corrections/reset.service';
import { ClosePeriodService } from './meter-periods/close-period.service';
import { MeterCaseService } from './meter-exceptions/meter-case.service';
import { MeterExpectationService } from './meters/meter-expectation.service';
import { MeterReadsService } from './meters/meter-reads.service';
import { MeterResetsService } from './meters/meter-resets.service';
import { MeterRoundService } from './meters/meter-round.service';
import { MeterKindService } from './meter-kinds/meter-kind.service';
import { MeterExportService } from './meter-export/meter-export.service';
import { MeterLinkService } from './meter-links/meter-link.service';
import { MeterService } from './meters/meter.service';
import { ModelService } from './models/model.service';
import { PollService } from './polls/poll.service';
import { DeviceSilenceService } from './silence/device-silence.service';
import { DeviceImportService } from './register/import.service';
import { RegisterService } from './register/register.service';
import { ChangeSitesService } from './sites/change-sites.service';
import { ReportFileService } from './reports/files/report-file.service';
import { SavedReportService } from './reports/saved/saved-report.service';
import { VolumeReportService } from './reports/volume-report.service';
import { SiteService } from './sites/site.service';
import { FleetSummaryService } from './summary/fleet-summary.service';
import { SupplyService } from './supplies/supply.service';
import { UnknownDeviceService } from './unknown-devices/unknown-device.service';
import { MovePreviewService } from './moves/move-preview.service';
import { MoveService } from './moves/move.service';
import { TimelineService } from './timeline/timeline.service';
import { FleetDeviceAccess } from './visibility/device-access';
import { SightLogService } from './visibility/sight-log.service';
import { SightService } from './visibility/sight.service';
import { SavedViewService } from './views/saved-view.service';
import { LabelService } from './labels/label.service';
import { WorldLoader } from './world/world-loader';

/** The use cases of fleet, by slice. */
export interface FleetApp {
  readonly devices: DeviceService;
  readonly changeDevices: ChangeDeviceService;
  readonly lifecycle: LifecycleService;
  readonly moves: MoveService;
  readonly movePreviews: MovePreviewService;
  readonly timeline: TimelineService;
  readonly sites: SiteService;
  readonly changeSites: ChangeSitesService;
  readonly models: ModelService;
  readonly register: RegisterService;
  readonly imports: DeviceImportService;
  readonly unknownDevices: UnknownDeviceService;
  readonly supplies: SupplyService;
  readonly meters: MeterService;
  readonly meterKinds: MeterKindService;
  readonly alerts: AlertService;
  readonly summary: FleetSummaryService;
  readonly polls: PollService;
  readonly months: ReadingMonths;
  /** puts right months that are not what readings sum up to; returns the number of meters looked at */
  readonly rebuildRollups: (scope: RebuildScope, tell: (correction: Correction) => void) => Promise<number>;
  readonly access: FleetDeviceAccess;
  readonly groups: DeviceGroupService;
  readonly changeGroups: ChangeGroupsService;
  readonly groupRules: GroupRulesService;
  readonly assignments: AssignmentService;
  readonly views: SavedViewService;
  readonly labels: LabelService;
  readonly sightLog: SightLogService;
  readonly sight: SightService;
  readonly handIns: HandInService;
  readonly silence: DeviceSilenceService;
  readonly corrections: CorrectionService;
  readonly correctable: CorrectableService;
  readonly meterResets: ResetService;
  readonly meterCases: MeterCaseService;
  readonly meterPeriods: ClosePeriodService;
  readonly meterExpectations: MeterExpectationService;
  readonly meterReads: MeterReadsService;
  readonly resetsOfMeters: MeterResetsService;
  readonly meterRounds: MeterRoundService;
  readonly collectors: CollectorService;
  readonly collectorReports: CollectorReportService;
  readonly collectorReleases: CollectorReleases;
  readonly meterExport: MeterExportService;
  readonly reports: VolumeReportService;
  readonly reportFiles: ReportFileService;
  readonly savedReports: SavedReportService;
  readonly meterLinks: MeterLinkService;
  readonly world: WorldLoader;
  readonly platform: ServicePlatform;
}

/** Puts the use cases together. */
export function composeFleet(platform: ServicePlatform): FleetApp {
  const { work, clock } = platform;
  const months = new ReadingMonths(work);
  const access = new FleetDeviceAccess(work);
  const reports = new VolumeReportService(platform.reports, clock);
  const forgetSight = () => access.forget();
  return {
    devices: new DeviceService(work, clock),
    changeDevices: new ChangeDeviceService(work, clock),
    lifecycle: new LifecycleService(work, clock, months, forgetSight),
    moves: new MoveService(work, clock, months, forgetSight),
    movePreviews: new MovePreviewService(work, clock),
    timeline: new TimelineService(work),
    sites: new SiteService(work),
    changeSites: new ChangeSitesService(work, clock),
    models: new ModelService(work),
    register: new RegisterService(work, clock, months),
    imports: new DeviceImportService(work, clock),
    unknownDevices: new UnknownDeviceService(work, clock),
    supplies: new SupplyService(work, clock),
    meters: new MeterService(work),
    meterKinds: new MeterKindService(work),
    alerts: new AlertService(work),
    summary: new FleetSummaryService(work, clock),
    polls: new PollService(work, clock, months),
    months,
    rebuildRollups: (scope, tell) => rebuildRollups(work, scope, tell),
    access,
    groups: new DeviceGroupService(work),
    changeGroups: new ChangeGroupsService(work, forgetSight),
    groupRules: new GroupRulesService(work, forgetSight),
    assignments: new AssignmentService(work, forgetSight),
    views: new SavedViewService(work),
    labels: new LabelService(work, platform.branches, platform.publicUrl),
    sightLog: new SightLogService(work),
    sight: new SightService(work),
    handIns: new HandInService(work, clock, months),
    silence: new DeviceSilenceService(work, clock),
    corrections: new CorrectionService(work, clock),
    correctable: new CorrectableService(work, clock),
    meterResets: new ResetService(work, clock),
    meterCases: new MeterCaseService(work, clock),
    meterPeriods: new ClosePeriodService(work, clock),
    meterExpectations: new MeterExpectationService(work, clock),
    meterReads: new MeterReadsService(work),
    resetsOfMeters: new MeterResetsService(work),
    meterRounds: new MeterRoundService(work, clock),
    collectors: new CollectorService(work, clock),
    collectorReports: new CollectorReportService(work, clock),
    collectorReleases: new CollectorReleases(platform.collectorReleaseFile),
    meterExport: new MeterExportService(work, clock),
    reports,
    reportFiles: new ReportFileService(work, platform.reports, reports, platform.branches, clock),
    savedReports: new SavedReportService(work, clock),
    meterLinks: new MeterLinkService(work, clock, months),
    world: new WorldLoader(work, clock, months),
    platform,
  };
}
