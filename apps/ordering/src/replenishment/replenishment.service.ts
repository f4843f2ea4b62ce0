import type { PayloadOf, deviceChanged, supplyLevelChanged } from '@platen/contracts';
import type { Clock } from '@platen/kernel';
import type { Tx } from '@platen/platform';
import { type DeviceTrack, observe, withReading } from '@platen/replenishment';
import type { KnownDeviceEntity } from '../projections/known-device.entity';
import type { DeviceBefore, ProjectionService } from '../projections/projection.service';
import type { DecisionMaker } from './decision-maker';
import { type LockedTrack, lockTrack, saveTrack } from './device-track';
import { keepDay } from './device-days';
import { type Evaluation, prepareEvaluation } from './evaluation';
import { replenishmentOf } from './known-replenishment';
import { dayAt, localDayOf } from './place-calendar';
import { readingOf, supplyReadingOf } from './reading-of';
import { type SupplyLedger, ledgersOf } from './supply-ledger';

/** The engine's ears: keeps what each device says, and has its supplies decided on anew whenever that can matter. */
export class ReplenishmentService {
  constructor(
    private readonly projections: ProjectionService,
    private readonly decisions: DecisionMaker,
    private readonly clock: Clock,
  ) {}

  /**
   * A supply was read. A repeat, or what is older than the engine looks back, changes nothing (threats C54).
   * @throws NotKnownYetError
   */
  async levelChanged(tx: Tx, event: PayloadOf<typeof supplyLevelChanged>): Promise<void> {
    const device = await this.projections.getDevice(tx, event.customerId, event.deviceId);
    const locked = await lockTrack(tx, device);
    await this.projections.keepSupply(tx, { ...event, branchId: device.branchId });
    const ledgers = await ledgersOf(tx, device);
    const ledger = ledgers.find(({ supply }) => supply.id === event.supplyId);
    if (!ledger) return;
    const reading = readingOf(event);
    const { memory, news } = observe(ledger.memory, reading);
    const observed = ledgers.map((each) => (each === ledger ? { ...ledger, memory } : each));
    const evaluation = await this.prepare(tx, device, locked, observed);
    const day = dayAt(reading.readAt, evaluation.branch);
    const waits = memory.unconfirmed?.readAt.getTime() === reading.readAt.getTime();
    const told = waits ? null : supplyReadingOf(event, reading, day);
    const track = told ? withReading(locked.track, told, evaluation.folding) : locked.track;
    if (!news && track === locked.track) return;
    if (track !== locked.track) await keepDay(tx, device, track, day);
    await this.decide(tx, evaluation, track, localDayOf(day));
  }

  /**
   * A device changed: keeps what is new of it, and evaluates its supplies anew when that can change a decision.
   * @throws NotKnownYetError
   */
  async deviceChanged(tx: Tx, event: PayloadOf<typeof deviceChanged>): Promise<void> {
    const before = await this.projections.keepDevice(tx, event);
    if (!before || !matters(before, event)) return;
    await this.evaluate(tx, { customerId: event.customerId, id: event.deviceId });
  }

  /**
   * Decides on a device's supplies although nothing was read.
   * @throws NotKnownYetError
   */
  async evaluate(
    tx: Tx,
    { id, customerId }: { readonly id: string; readonly customerId: string },
  ): Promise<void> {
    const device = await this.projections.getDevice(tx, customerId, id);
    if ((await ledgersOf(tx, device)).length === 0) return;
    const locked = await lockTrack(tx, device);
    const evaluation = await this.prepare(tx, device, locked, await ledgersOf(tx, device));
    await this.decide(tx, evaluation, locked.track, null);
  }

  private async prepare(
    tx: Tx,
    device: KnownDeviceEntity,
    locked: LockedTrack,
    ledgers: readonly SupplyLedger[],
  ): Promise<Evaluation> {
    const known = await replenishmentOf(tx, device.branchId);
    return prepareEvaluation(tx, known, { device, now: this.clock.now(), locked, ledgers });
  }

  private async decide(
    tx: Tx,
    evaluation: Evaluation,
    track: DeviceTrack,
    heardOn: string | null,
  ): Promise<void> {
    await this.decisions.decide(tx, evaluation, track);
    await saveTrack(tx, evaluation.device, track, heardOn, evaluation.now);
  }
}

function matters(before: DeviceBefore, after: PayloadOf<typeof deviceChanged>): boolean {
  return (
    before.monitored !== after.monitored || before.active !== after.active || before.model !== after.model
  );
}
