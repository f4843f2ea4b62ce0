import type { Actor, UnitOfWork } from '@platen/platform';

/** What a look is about. */
interface Seen {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
}

/** Keeps in the customers' audit logs that staff saw their prices (R86, threats C40): who saw which invoices. */
export async function noteLook(work: UnitOfWork, actor: Actor, invoices: readonly Seen[]): Promise<void> {
  if (actor.kind !== 'staff') return;
  for (const customerId of new Set(invoices.map((invoice) => invoice.customerId))) {
    const seen = invoices.filter((invoice) => invoice.customerId === customerId);
    await work.auditLook(actor, {
      action: 'prices.viewed',
      target: { kind: 'customer', id: customerId },
      facts: { invoices: seen.map(({ id }) => id).sort() },
      of: { customerId, branchId: seen[0]?.branchId ?? null },
    });
  }
}
