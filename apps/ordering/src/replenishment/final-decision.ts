import { type SupplyPlan, percentOf } from '@platen/replenishment';
import type { ForecastInputs, ReasonCode, ReasonInputs } from './reason-inputs';
import type { StandingPlan, SupplyLedger } from './supply-ledger';

/** What the engine planned for a supply, with what only the service knows: kinds that are left out, waiting jumps. */
export function finalDecision(
  plan: SupplyPlan,
  forecast: ForecastInputs | null,
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
    forecast,
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
