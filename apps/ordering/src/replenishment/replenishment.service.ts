import type { BranchSettings, PayloadOf, deviceChanged, supplyLevelChanged } from '@platen/contracts';
import { type Clock, localDateTimeOf } from '@platen/kernel';
import type { Tx } from '@platen/platform';
import { type LedgerState, type Swap, afterEvent, decide, isUnderWay, observe } from '@platen/replenishment';
import type { ArticleService } from '../articles/article.service';
import type { LiveOrder, OrderPlacement } from '../orders/order-placement';
import type { KnownDeviceEntity } from '../projections/known-device.entity';
import type { DeviceBefore, ProjectionService } from '../projections/projection.service';
import { type RecordedDecision, recordDecision } from './decisions';
import { readingOf } from './reading-of';
import { type LockedSupply, lockSupply, saveLedger, suppliesOf } from './supply-ledger';

/** The engine's hands: keeps each supply's ledger, stores every decision with its reasons, and orders. */
export class ReplenishmentService {
  constructor(
    private readonly projections: ProjectionService,
    private readonly articles: ArticleService,
    private readonly placement: OrderPlacement,
    private readonly clock: Clock,
  ) {}

  /**
   * A supply was read: evaluates it, unless this reading is a repeat or older than what is believed (threats C54).
   * @throws NotKnownYetError
   */
  async levelChanged(tx: Tx, event: PayloadOf<typeof supplyLevelChanged>): Promise<void> {
    const device = await this.projections.getDevice(tx, event.customerId, event.deviceId);
    const settings = await this.projections.getSettings(tx, device.branchId);
    const locked = await lockSupply(tx, { ...event, id: event.supplyId, branchId: device.branchId });
    await this.projections.keepSupply(tx, event);
    const { memory, news, swap } = observe(locked.memory, readingOf(event));
    if (news) await this.evaluate(tx, { device, settings }, { ...locked, memory }, swap);
  }

  /**
   * A device changed: keeps what is new of it, and evaluates its supplies anew when that can change a decision.
   * @throws NotKnownYetError
   */
  async deviceChanged(tx: Tx, event: PayloadOf<typeof deviceChanged>): Promise<void> {
    const before = await this.projections.keepDevice(tx, event);
    if (!before || !matters(before, event)) return;
    const device = await this.projections.getDevice(tx, event.customerId, event.deviceId);
    const supplies = await suppliesOf(tx, device);
    if (supplies.length === 0) return;
    const settings = await this.projections.getSettings(tx, device.branchId);
    for (const supply of supplies) {
      await this.evaluate(tx, { device, settings }, await lockSupply(tx, supply), null);
    }
  }

  private async evaluate(
    tx: Tx,
    context: EvaluationContext,
    locked: LockedSupply,
    swap: Swap | null,
  ): Promise<void> {
    const { device, settings } = context;
    const { supply, memory } = locked;
    const found = await this.placement.findLive(tx, supply);
    const arrived = found !== null && swap !== null && (await this.arrivedUnreported(tx, context, found));
    const live = arrived ? null : found;
    const state = ledgerWith(locked.state, { live, arrived, swap });
    const decision = decide(
      { device, supplyClass: supply.class, ledger: state, liveOrder: live !== null, memory },
      settings.ordering,
    );
    if (decision.action === 'wait') {
      await recordDecision(tx, supply, { ...decision, decidedAt: this.clock.now() });
      const runsNormally = decision.reason.code === 'level-sufficient' && afterEvent(state, 'settled');
      await saveLedger(tx, { supply, memory, state: runsNormally || state });
      return;
    }
    const ordered = await this.order(tx, context, supply, { ...decision, decidedAt: this.clock.now() });
    await saveLedger(tx, { supply, memory, state: ordered ? 'ORDERED' : state });
  }

  /** @returns false when the catalogue has nothing that fits: that is the decision then */
  private async order(
    tx: Tx,
    { device, settings }: EvaluationContext,
    supply: LockedSupply['supply'],
    decision: RecordedDecision,
  ): Promise<boolean> {
    const article = await this.articles.findFitting(tx, { ...supply, model: device.model });
    if (!article) {
      await recordDecision(tx, supply, {
        ...decision,
        action: 'wait',
        reason: { ...decision.reason, code: 'no-article' },
      });
      return false;
    }
    const decisionId = await recordDecision(tx, supply, decision);
    await this.placement.placeAutomatic(tx, {
      device,
      settings,
      article,
      supplySlot: supply.slot,
      placedAt: decision.decidedAt,
      decisionId,
      levelPercent: decision.reason.inputs.believedPercent,
    });
    return true;
  }

  /** A cartridge was changed on or after the day its order was expected: it was delivered without a word. */
  private async arrivedUnreported(
    tx: Tx,
    { settings }: EvaluationContext,
    live: LiveOrder,
  ): Promise<boolean> {
    const now = this.clock.now();
    if (live.expectedOn > localDateTimeOf(now, settings.timeZone).day) return false;
    await this.placement.markDelivered(tx, live.id, now);
    return true;
  }
}

interface EvaluationContext {
  readonly device: KnownDeviceEntity;
  readonly settings: BranchSettings;
}

interface Findings {
  readonly live: LiveOrder | null;
  readonly arrived: boolean;
  readonly swap: Swap | null;
}

/** Orders are the truth about what is under way; the ledger follows them, then takes in the swap. */
function ledgerWith(state: LedgerState, { live, arrived, swap }: Findings): LedgerState {
  let next = state;
  if (live && !isUnderWay(state)) next = live.status === 'shipped' ? 'SHIPPED' : 'ORDERED';
  if (arrived) next = 'ON_SITE';
  return swap ? (afterEvent(next, 'swap-seen') ?? next) : next;
}

function matters(before: DeviceBefore, after: PayloadOf<typeof deviceChanged>): boolean {
  return (
    before.monitored !== after.monitored || before.active !== after.active || before.model !== after.model
  );
}
