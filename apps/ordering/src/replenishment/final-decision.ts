import { type SupplyPlan, percentOf } from '@platen/replenishment';
import { localDayOf } from './place-calendar';
import type { ForecastInputs, ReasonCode, ReasonInputs } from './reason-inputs';
import type { StandingPlan, SupplyLedger } from './supply-ledger';

/** What the engine planned for a supply, with what only the service knows: kinds that are left out, waiting jumps. */
export function finalDecision(
  plan: SupplyPlan,
  { memory, supply }: SupplyLedger,
  settings: { readonly reorderPercent: number; readonly kinds: readonly string[] },
): StandingPlan {
  const { accepted, latest, unconfirmed } = memory;
  const inputs: ReasonInputs = {
    ledger: plan.reason.inputs.ledger,
    levelState: latest?.level.state ?? null,
    levelPercent: latest && percentOf(latest.level),
    believedPercent: accepted && percentOf(accepted.level),
    readAt: latest?.readAt.toISOString() ?? null,
    reorderPercent: settings.reorderPercent,
    forecast: forecastInputsOf(plan),
  };
  if (plan.reason.code !== 'device-not-active' && plan.reason.code !== 'device-not-monitored') {
    if (!settings.kinds.includes(supply.kind)) return { action: 'wait', code: 'class-not-covered', inputs };
  }
  const jump = unconfirmed && percentOf(unconfirmed.level);
  if (jump !== null && calm.includes(plan.reason.code)) {
    const fell = jump < (inputs.believedPercent ?? 0);
    return { action: 'wait', code: fell ? 'fall-unconfirmed' : 'rise-unconfirmed', inputs };
  }
  if (plan.reason.code === 'nothing-read' && latest)
    return { action: 'wait', code: 'level-not-a-number', inputs };
  return { action: plan.action, code: plan.reason.code, inputs };
}

/** Codes beside which a jump that waits for the next reading is the greater news. */
const calm: readonly ReasonCode[] = ['risk-acceptable', 'level-sufficient'];

function forecastInputsOf({ reason: { inputs } }: SupplyPlan): ForecastInputs | null {
  const { leftPoints, pointsPerDay, risk, riskLimit, empty } = inputs;
  if (leftPoints === null || pointsPerDay === null || risk === null || !empty) return null;
  return {
    leftPercent: rounded(Math.min(100, Math.max(0, leftPoints)), 1),
    percentPerDay: rounded(pointsPerDay, 3),
    riskPercent: rounded(risk * 100, 2),
    riskLimitPercent: rounded(riskLimit * 100, 2),
    emptyFrom: localDayOf(empty.earliest),
    emptyLikely: localDayOf(empty.likely),
    emptyTo: empty.latest === null ? null : localDayOf(empty.latest),
  };
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
