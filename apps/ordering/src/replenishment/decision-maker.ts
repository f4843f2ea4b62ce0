import type { Tx } from '@platen/platform';
import { type DeviceTrack, type LedgerState, afterEvent, estimateOf } from '@platen/replenishment';
import type { ArticleService } from '../articles/article.service';
import type { OrderPlacement } from '../orders/order-placement';
import { recordDecision } from './decisions';
import { type Evaluation, arrivedUnreported, cancelledLately, plansFor } from './evaluation';
import { finalDecision } from './final-decision';
import { forecastInputsOf } from './forecast-inputs';
import { type StandingPlan, type SupplyLedger, saveLedger } from './supply-ledger';

/** The engine's hands: closes what has arrived, keeps every change of mind with its reasons, and orders. */
export class DecisionMaker {
  constructor(
    private readonly articles: ArticleService,
    private readonly placement: OrderPlacement,
  ) {}

  /** Decides on all supplies of a device whose track is locked. */
  async decide(tx: Tx, evaluation: Evaluation, track: DeviceTrack): Promise<void> {
    for (const orderId of arrivedUnreported(evaluation, track))
      await this.placement.markDelivered(tx, orderId, evaluation.now);
    const estimate = estimateOf(track, evaluation.folding);
    const plans = plansFor(evaluation, estimate);
    for (const [index, ledger] of evaluation.ledgers.entries()) {
      const plan = plans[index];
      if (!plan) continue;
      const forecast = forecastInputsOf(plan, estimate, evaluation);
      const decision = finalDecision(plan, forecast, ledger, evaluation.settings);
      const held = decision.action === 'order' && cancelledLately(evaluation, ledger.supply.id);
      await this.carryOut(
        tx,
        evaluation,
        ledger,
        held ? { ...decision, action: 'wait', code: 'cancelled-lately' } : decision,
      );
    }
  }

  private async carryOut(
    tx: Tx,
    evaluation: Evaluation,
    ledger: SupplyLedger,
    decision: StandingPlan,
  ): Promise<void> {
    const { now } = evaluation;
    if (decision.action === 'order') {
      const plan = await this.order(tx, evaluation, ledger, decision);
      const state = plan.action === 'order' ? 'ORDERED' : plan.inputs.ledger;
      return saveLedger(tx, { ...ledger, state }, plan, now);
    }
    if (isNews(ledger.plan, decision)) await this.record(tx, ledger, decision, now);
    await saveLedger(tx, { ...ledger, state: settled(decision) }, decision, now);
  }

  /** @returns the decision that stands: without a fitting article nothing is ordered */
  private async order(
    tx: Tx,
    { device, branch, now, units }: Evaluation,
    ledger: SupplyLedger,
    decision: StandingPlan,
  ): Promise<StandingPlan> {
    const { supply } = ledger;
    const article = await this.articles.findFitting(tx, {
      ...supply,
      branchId: device.branchId,
      model: device.model,
    });
    if (!article) {
      const without: StandingPlan = { ...decision, action: 'wait', code: 'no-article' };
      if (isNews(ledger.plan, without)) await this.record(tx, ledger, without, now);
      return without;
    }
    // What should have come long ago and left the device empty is given up, so that another can be sent.
    for (const unit of units.get(supply.id) ?? [])
      if (unit.live) await this.placement.giveUp(tx, unit.supplyOrderId, now);
    const decisionId = await this.record(tx, ledger, decision, now);
    await this.placement.placeAutomatic(tx, {
      device,
      settings: branch,
      article,
      supplySlot: supply.slot,
      placedAt: now,
      decisionId,
      levelPercent: decision.inputs.believedPercent,
    });
    return decision;
  }

  private record(tx: Tx, { supply }: SupplyLedger, decision: StandingPlan, decidedAt: Date): Promise<string> {
    const { action, code, inputs } = decision;
    return recordDecision(tx, supply, { action, decidedAt, reason: { code, inputs } });
  }
}

/** The same said again every day would bury what changed. */
function isNews(before: StandingPlan | null, now: StandingPlan): boolean {
  return before?.code !== now.code || before.action !== now.action;
}

/** A cartridge that was put in and runs as expected is nobody's business any more. */
function settled({ code, inputs: { ledger } }: StandingPlan): LedgerState {
  const normal = code === 'risk-acceptable' || code === 'level-sufficient';
  return (normal && afterEvent(ledger, 'settled')) || ledger;
}
