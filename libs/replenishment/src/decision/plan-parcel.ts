import type { OrderedUnit } from '../stock/supply-stock';
import { type PlanContext, type SupplyPlan, planSupply } from './plan';

/** A supply of a device with everything that was sent for it. */
export interface SuppliedOrders {
  readonly supplyId: string;
  readonly orders: readonly OrderedUnit[];
}

/**
 * Decides about the supplies of one device together. When one must be ordered, others that would be ordered within
 * the consolidation window go into the same parcel: fewer parcels, bought with spares that lie longer.
 */
export function planParcel(supplies: readonly SuppliedOrders[], context: PlanContext): SupplyPlan[] {
  const plans = supplies.map(({ supplyId, orders }) => planSupply(supplyId, orders, context));
  const window = context.settings.consolidationBusinessDays;
  if (window <= 0 || plans.every(({ action }) => action === 'wait')) return plans;
  const today = context.calendar.businessDayAfter(context.today, window);
  return plans.map((plan, index) => {
    const orders = supplies[index]?.orders;
    if (plan.reason.code !== 'risk-acceptable' || !orders) return plan;
    const settings = { ...context.settings, silentAfterBusinessDays: Number.MAX_SAFE_INTEGER };
    const later = planSupply(plan.supplyId, orders, { ...context, today, settings });
    if (later.reason.code !== 'risk-above-limit') return plan;
    return { ...plan, action: 'order', reason: { ...plan.reason, code: 'sent-along' } };
  });
}
