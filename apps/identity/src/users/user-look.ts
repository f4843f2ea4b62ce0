import type { Actor, UnitOfWork } from '@platen/platform';
import type { User } from './user.row';

/**
 * Keeps in the customers' audit logs that staff looked at personal data of their people (R86, threats C40): who
 * looked at whom. Looking at oneself or at a colleague is no look.
 */
export async function noteLook(work: UnitOfWork, actor: Actor, people: readonly User[]): Promise<void> {
  if (actor.kind !== 'staff') return;
  const looked = people.filter(({ customerId, state }) => customerId !== null && state !== 'ERASED');
  for (const customerId of new Set(looked.map((person) => person.customerId))) {
    const seen = looked.filter((person) => person.customerId === customerId);
    if (customerId === null || !seen[0]) continue;
    await work.auditLook(actor, {
      action: 'personal-data.viewed',
      target: { kind: 'customer', id: customerId },
      facts: { users: seen.map(({ id }) => id).sort() },
      of: { customerId, branchId: seen[0].branchId },
    });
  }
}
