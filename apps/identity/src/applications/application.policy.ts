import type { Actor } from '@platen/platform';

/**
 * The organisation whose applications an actor decides on: administrators those of their own (S1). Systems decide
 * nothing, whatever rights their key has.
 * @returns null for who decides on none
 */
export function decidesFor(actor: Actor): { readonly customerId: string; readonly branchId: string } | null {
  const { kind, customerId, branchId, rights } = actor;
  if (kind !== 'user' || !customerId || !branchId || !rights.has('user:manage')) return null;
  return { customerId, branchId };
}
