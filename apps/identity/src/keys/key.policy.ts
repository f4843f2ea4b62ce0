import type { Right } from '@platen/contracts';
import type { Actor } from '@platen/platform';
import { customerRights, staffRights } from '../roles/role-rights';

/** The keys an actor may see and end, as one condition; `is: null` fits no row. */
export interface VisibleKeys {
  readonly column: 'customer_id' | 'branch_id';
  readonly is: string | null;
}

/** What a collector does, and all that it may do. */
export const collectorRights: readonly Right[] = ['telemetry:write'];

/**
 * What no system gets, whoever asks: ways to more rights, to other people's accounts, to the record of what was done.
 * Nor the right to all machines: they are assigned to people, a system sees those of whoever it belongs to anyway.
 */
const forPeopleOnly: ReadonlySet<Right> = new Set([
  'user:manage',
  'staff:manage',
  'key:manage',
  'branch:manage',
  'customer:manage',
  'collector:manage',
  'audit:read',
  'device:all',
]);

/** People who look after keys see those of their organisation; staff those of their branch and its customers. */
export function visibleTo(actor: Actor): VisibleKeys {
  if (!actor.rights.has('key:manage')) return { column: 'customer_id', is: null };
  if (actor.kind === 'user') return { column: 'customer_id', is: actor.customerId };
  if (actor.kind === 'staff') return { column: 'branch_id', is: actor.branchId };
  return { column: 'customer_id', is: null };
}

/**
 * The rights an actor may put into a partner's key: such as a system can have, fit for whom the key is, and none that
 * he does not have himself (threats C5).
 * @param customerId  whose key it will be; null: of the whole branch
 */
export function rightsForKey(actor: Actor, customerId: string | null): readonly Right[] {
  if (visibleTo(actor).is === null) return [];
  if (actor.kind === 'user' && actor.customerId !== customerId) return [];
  const fitting = customerId === null ? staffRights : customerRights;
  return fitting.filter((right) => actor.rights.has(right) && !forPeopleOnly.has(right));
}

/** Whoever renews a key holds a new one in his hands: it must not open more than he could open himself. */
export function canRenew(
  actor: Actor,
  key: { readonly customerId: string | null; readonly rights: readonly Right[] },
): boolean {
  const allowed = rightsForKey(actor, key.customerId);
  return (
    visibleTo(actor).is !== null &&
    key.rights.every((right) => allowed.includes(right) || collectorRights.includes(right))
  );
}
