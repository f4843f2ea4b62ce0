import { type Clock, type Result, err, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type Tx, type UnitOfWork, once } from '@platen/platform';
import { recordAlerts } from '../alerts/record-alerts';
import { emitDeviceChanged } from '../devices/device.events';
import { lockDevicesBySerial } from '../devices/lock-devices';
import { addToRollups } from '../meter-reads/month-rollups';
import type { ReadingMonths } from '../meter-reads/reading-months';
import { toldByDevice } from '../meter-reads/meter-read-columns';
import { planForItself } from '../meter-reads/plan-for-itself';
import { recordMeterReads } from '../meter-reads/record-meter-reads';
import { estimateRunsOut } from '../supplies/estimate-runs-out';
import { recordSupplyLevels } from '../supplies/record-supply-levels';
import { emitSupplyLevelChanged } from '../supplies/supply.events';
import { faultsOfUpload } from './check-poll-upload';
import { alertsOf, meterReadsOf, supplyLevelsOf } from './columns-of-devices';
import type { PollColumns, UploadFault } from './poll-columns';
import { uploadScopeOf } from './poll.policy';
import { recordDeviceFacts } from './record-device-facts';
import { isTimely, sortUpload } from './sorted-upload';
import { rememberUnknownDevices } from './unknown-devices';

/** What an upload brought; counters only. */
export interface RecordedPolls {
  readonly acceptedReads: number;
  readonly duplicateReads: number;
  readonly refusedReads: number;
  readonly unknownDevices: number;
}

/** The upload breaks the contract; nothing of it was kept. */
export interface InvalidUpload {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly UploadFault[];
}

/** Takes in what collectors saw. */
export class PollService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly months: ReadingMonths,
  ) {}

  /** The instant by which readings are judged. */
  now(): Date {
    return this.clock.now();
  }

  /**
   * Records an upload by a fixed number of statements, however much it holds. Polls may come twice, late and out
   * of order: the state of a device is its newest poll's, counters and volumes are the same in any order.
   */
  async record(
    actor: Actor,
    upload: PollColumns,
  ): Promise<Result<RecordedPolls, InvalidUpload | IdempotencyConflict>> {
    const faults = faultsOfUpload(upload);
    if (faults.length > 0) return err({ code: 'INVALID_INPUT', fields: faults });
    const now = this.clock.now();
    await this.months.ensure(upload.polls.polledAt.filter((at) => isTimely(at, now)));
    const command = { operation: 'recordPolls', key: upload.idempotencyKey, input: upload };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async () => ok(await recordUpload(tx, actor, upload, now))),
    );
  }
}

async function recordUpload(tx: Tx, actor: Actor, upload: PollColumns, now: Date): Promise<RecordedPolls> {
  const scope = uploadScopeOf(actor);
  const serials = upload.polls.serialNumber.filter((serial) => serial !== null);
  const [, devices] = await Promise.all([
    planForItself(tx),
    scope ? lockDevicesBySerial(tx, scope, serials) : [],
  ]);
  const sorted = sortUpload(upload, devices, now);

  // None of these waits for what the others say: they are sent together and run in this order. Only the last one may
  // go on after its first statement, so that none goes on when another has failed.
  const reads = meterReadsOf(upload, sorted);
  const [completed, , recorded] = await Promise.all([
    recordDeviceFacts(tx, actor, upload.polls, sorted.newest),
    recordAlerts(tx, alertsOf(upload, sorted)),
    recordMeterReads(tx, reads, toldByDevice, now),
  ]);
  const changed = await recordSupplyLevels(tx, supplyLevelsOf(upload, sorted));
  await estimateRunsOut(tx, changed);

  const unknownDevices = await rememberUnknownDevices(tx, scope && actor, upload.polls, sorted.unknown);
  await emitSupplyLevelChanged(tx, changed, new Map(devices.map((device) => [device.id, device])));
  await addToRollups(tx, recorded.rollups);
  await emitDeviceChanged(tx, completed);
  return {
    acceptedReads: recorded.accepted,
    duplicateReads: reads.value.length - recorded.accepted,
    refusedReads: sorted.refusedReads,
    unknownDevices,
  };
}
