import type { Right } from '@platen/contracts';
import type { Actor, DeviceAccess } from '@platen/platform';
import { type OrderScope, orderTenantOf, ordersVisibleTo } from './order.policy';

/**
 * The orders for which an actor holds a right; null for none at all. Fleet is asked only when there may be some.
 * @param right  reading, unless something is to be done
 */
export async function orderScopeOf(
  actor: Actor,
  deviceAccess: DeviceAccess,
  right: Right = 'order:read',
): Promise<OrderScope | null> {
  if (!orderTenantOf(actor, right)) return null;
  return ordersVisibleTo(actor, await deviceAccess.scopeOf(actor), right);
}
