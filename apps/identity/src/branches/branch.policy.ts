import type { Actor } from '@platen/platform';

/**
 * The branch whose settings and people the actor may change: staff and systems of the branch itself, and only their
 * own. Never somebody of a customer, whatever rights he was given.
 * @returns null for everybody else
 */
export function managedBranchOf(
  actor: Actor,
  right: 'branch:manage' | 'customer:manage' | 'staff:manage',
): string | null {
  const ofBranch = (actor.kind === 'staff' || actor.kind === 'partner') && actor.customerId === null;
  return ofBranch && actor.rights.has(right) ? actor.branchId : null;
}

/** For use cases whose resolver has asked for the right: who has it without a branch is a bug. @throws Error */
export function assertManagedBranch(actor: Actor, right: Parameters<typeof managedBranchOf>[1]): string {
  const branchId = managedBranchOf(actor, right);
  if (!branchId) throw new Error(`An actor with ${right} has no branch of its own.`);
  return branchId;
}
