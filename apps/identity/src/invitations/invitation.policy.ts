import type { Actor } from '@platen/platform';

/** Those whose people an actor may invite: an organisation, or (without customer) the staff of a branch. */
export interface InvitingTenant {
  readonly customerId: string | null;
  readonly branchId: string;
  /** `tenant_id` of its invitations */
  readonly id: string;
}

/**
 * Administrators invite people of their own organisation, branch administrators the staff of their own branch.
 * Systems invite nobody, whatever rights their key has.
 * @returns null for who invites nobody
 */
export function invitingTenant(actor: Actor): InvitingTenant | null {
  const { kind, customerId, branchId, rights } = actor;
  if (!branchId) return null;
  if (kind === 'user' && customerId && rights.has('user:manage'))
    return { customerId, branchId, id: customerId };
  if (kind === 'staff' && rights.has('staff:manage')) return { customerId: null, branchId, id: branchId };
  return null;
}
