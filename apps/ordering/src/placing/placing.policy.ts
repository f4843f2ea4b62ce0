import type { Actor } from '@platen/platform';
import { type OrderTenant, orderTenantOf } from '../orders/order.policy';

/** The tenant for whose devices an actor may order; null for nobody's. */
export function placingTenantOf(actor: Actor): OrderTenant | null {
  return orderTenantOf(actor, 'order:place');
}
