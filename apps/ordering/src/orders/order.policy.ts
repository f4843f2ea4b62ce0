import type { Right } from '@platen/contracts';
import type { Actor, DeviceScope } from '@platen/platform';

/** Whose orders an actor may see: one customer's, or all of a branch. */
export type OrderTenant =
  | { readonly of: 'customer'; readonly id: string }
  | { readonly of: 'branch'; readonly id: string };

/** The scope of every query for orders. */
export interface OrderScope {
  readonly tenant: OrderTenant;
  /** only orders for these devices; null: for all of the tenant */
  readonly deviceIds: readonly string[] | null;
}

/**
 * The tenant for whose orders an actor holds a right; null for nobody's. Asked before fleet is asked for devices.
 * @param right  reading, unless something is to be done
 */
export function orderTenantOf(actor: Actor, right: Right = 'order:read'): OrderTenant | null {
  if (!actor.rights.has(right) || (actor.kind === 'user' && OF_THE_PROVIDER.has(right))) return null;
  switch (actor.kind) {
    case 'user':
      return actor.customerId ? { of: 'customer', id: actor.customerId } : null;
    case 'staff':
      return actor.branchId ? { of: 'branch', id: actor.branchId } : null;
    case 'partner':
      if (actor.customerId) return { of: 'customer', id: actor.customerId };
      return actor.branchId ? { of: 'branch', id: actor.branchId } : null;
    default:
      return null;
  }
}

/** Orders for which an actor holds a right: those of its tenant, for devices that fleet lets it see. */
export function ordersVisibleTo(
  actor: Actor,
  devices: DeviceScope,
  right: Right = 'order:read',
): OrderScope | null {
  const tenant = orderTenantOf(actor, right);
  return tenant && { tenant, deviceIds: devices.all ? null : devices.deviceIds };
}

/** What the provider's people and partner systems do, never somebody of a customer, whatever a role says. */
const OF_THE_PROVIDER: ReadonlySet<Right> = new Set(['order:manage', 'shipment:write']);
