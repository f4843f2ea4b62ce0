import type { Locale } from '@platen/contracts';
import { nextStepAfter } from './next-step';
import type { ForecastInputs } from './reason-inputs';
import { reasonText } from './reason-text';
import type { DecisionRow, SupplyPlanRow } from './supply-plan.service';
import type { SupplyDecision, SupplyForecast, SupplyPlan } from './supply-plan.type';

/** A plan as the graph shows it, in the viewer's language. */
export function toPlanType({ plan, color, ...row }: SupplyPlanRow, locale: Locale): SupplyPlan {
  return {
    ...row,
    color: color === 'none' ? null : color,
    nextStep: nextStepAfter(plan.code),
    code: plan.code,
    text: reasonText(locale, plan.code, plan.inputs),
    forecast: toForecastType(plan.inputs.forecast),
  };
}

/** A decision likewise, with what was expected when it was made. */
export function toDecisionType({ action, inputs, ...row }: DecisionRow, locale: Locale): SupplyDecision {
  return {
    ...row,
    ordered: action === 'order',
    text: reasonText(locale, row.code, inputs),
    levelPercent: inputs.believedPercent,
    forecast: toForecastType(inputs.forecast),
  };
}

function toForecastType(forecast: ForecastInputs | null | undefined): SupplyForecast | null {
  if (!forecast) return null;
  return {
    ...forecast,
    reorderAtPercent: forecast.reorderAtPercent ?? null,
    orderLikely: forecast.orderLikely ?? null,
  };
}
