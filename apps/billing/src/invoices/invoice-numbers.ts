import type { Tx } from '@platen/platform';

/**
 * Takes the next running numbers of a branch. The row is locked until the transaction ends: a number is used or was
 * never taken, so the law's series has no gaps, and invoices of one branch are issued one after the other.
 * @param start  the branch's first number (branch settings `invoiceNumberStart`)
 * @param count  how many, at least 1
 * @returns      the first of them
 */
export async function takeInvoiceNumbers(
  tx: Tx,
  branchId: string,
  start: number,
  count: number,
): Promise<number> {
  const [row] = await tx.query<{ last: string }>(TAKE, [branchId, start - 1, count]);
  if (!row) throw new Error(`No invoice number for branch ${branchId}.`);
  return Number(row.last) - count + 1;
}

const TAKE = `
  insert into invoice_number as known (branch_id, last) values ($1, $2::bigint + $3::bigint)
  on conflict (branch_id) do update set last = known.last + $3::bigint
  returning last`;
