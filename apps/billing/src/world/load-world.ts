import type { World, WorldBranch, WorldInvoice } from '@platen/contracts';
import { type Clock, type LocalDay, localDateTimeOf } from '@platen/kernel';
import { type Tx, type UnitOfWork, insertNew, system } from '@platen/platform';
import { InvoiceEntity } from '../invoices/invoice.entity';
import { takeInvoiceNumbers } from '../invoices/invoice-numbers';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Fills billing from a set of data, numbered per branch in the order of issue. Again does no harm. */
export async function loadWorld(work: UnitOfWork, clock: Clock, world: World): Promise<void> {
  const now = clock.now();
  await work.write(system('load-world'), async (tx) => {
    for (const branch of world.branches) {
      const ofBranch = world.invoices.filter((invoice) => invoice.branchId === branch.id);
      const invoices = await withoutKnown(tx, ofBranch);
      if (invoices.length === 0) continue;
      invoices.sort((a, b) => b.issuedDaysAgo - a.issuedDaysAgo);
      const start = branch.settings.invoiceNumberStart;
      const first = await takeInvoiceNumbers(tx, branch.id, start, invoices.length);
      const rows = invoices.map((invoice, index) => toRow(invoice, branch, first + index, now));
      await insertNew(tx, InvoiceEntity, rows);
    }
  });
}

/** A world says 'overdue' of what has not been paid in time; here that follows from the due day. */
function toRow(invoice: WorldInvoice, { settings }: WorldBranch, number: number, now: Date) {
  const { issuedDaysAgo, dueInDays, totalMinor, ...facts } = invoice;
  return {
    ...facts,
    number: String(number),
    issuedOn: dayAt(now, -issuedDaysAgo, settings.timeZone),
    dueOn: dayAt(now, dueInDays - issuedDaysAgo, settings.timeZone),
    totalMinor: String(totalMinor),
    currency: settings.currency,
    status: facts.status === 'overdue' ? 'issued' : facts.status,
  } as const;
}

function dayAt(now: Date, days: number, timeZone: string): LocalDay {
  return localDateTimeOf(new Date(now.getTime() + days * DAY_MS), timeZone).day;
}

/** Numbers are taken for new invoices only. */
async function withoutKnown(tx: Tx, invoices: readonly WorldInvoice[]): Promise<WorldInvoice[]> {
  const ids = invoices.map((invoice) => invoice.id);
  const rows = await tx.query<{ id: string }>('select id from invoice where id = any($1::uuid[])', [ids]);
  const known = new Set(rows.map((row) => row.id));
  return invoices.filter((invoice) => !known.has(invoice.id));
}
