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

/** The tenant whose orders an actor may see at all; null for nobody's. Asked before fleet is asked for devices. */
export function orderTenantOf(actor: Actor): OrderTenant | null {
  if (!actor.rights.has('order:read')) return null;
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

/** Orders that an actor may see: those of its tenant, for devices that fleet lets it see. */
export function ordersVisibleTo(actor: Actor, devices: DeviceScope): OrderScope | null {
  const tenant = orderTenantOf(actor);
  return tenant && { tenant, deviceIds: devices.all ? null : devices.deviceIds };
}
