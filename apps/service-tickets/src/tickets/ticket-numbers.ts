import type { Tx } from '@platen/platform';

/**
 * Takes the next running numbers of a branch. The row is locked until the transaction ends, so numbers follow each
 * other without gaps, and tickets of one branch are opened one after the other.
 * @param start  the branch's first number (branch settings `ticket.numberStart`)
 * @param count  how many, at least 1
 * @returns      the first of them
 */
export async function takeTicketNumbers(
  tx: Tx,
  branchId: string,
  start: number,
  count: number,
): Promise<number> {
  const [row] = await tx.query<{ last: string }>(TAKE, [branchId, start - 1, count]);
  if (!row) throw new Error(`No ticket number for branch ${branchId}.`);
  return Number(row.last) - count + 1;
}

const TAKE = `
  insert into ticket_number as known (branch_id, last) values ($1, $2::bigint + $3::bigint)
  on conflict (branch_id) do update set last = known.last + $3::bigint
  returning last`;
