import type { Tx } from '@platen/platform';

/** A statement of its own: only what comes after it sees what the last holder of the lock committed. */
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('fleet.meter-export ' || $1::text, 0))`;

const NUMBER = `
  update meter_hand_in h set export_no = base.last + waiting.place
  from (select coalesce(max(export_no), 0) as last from meter_hand_in where branch_id = $1) base,
       (select id, row_number() over (order by handed_in_at, id) as place
        from meter_hand_in where branch_id = $1 and export_no is null) waiting
  where h.id = waiting.id`;

/**
 * Gives the committed hand-ins of a branch their places in its books. The lock is held until the commit, so numbers
 * become visible in their order: who has read up to one will find every other behind it, whichever transaction was
 * slower. There are no gaps, and nothing of it depends on this very database, so a restored one goes on.
 */
export async function numberHandIns(tx: Tx, branchId: string): Promise<void> {
  await tx.query(ONE_AT_A_TIME, [branchId]);
  await tx.query(NUMBER, [branchId]);
}
