import type { Tx } from '@platen/platform';

/** Somebody who was erased is told of no move any more, and planned none (threats C41). */
export async function forgetToldPerson(tx: Tx, userId: string): Promise<void> {
  await tx.query(
    `update device_move set user_ids = array_remove(user_ids, $1::uuid),
       planned_by_id = nullif(planned_by_id, $1::uuid)
     where user_ids @> array[$1::uuid] or planned_by_id = $1::uuid`,
    [userId],
  );
}
