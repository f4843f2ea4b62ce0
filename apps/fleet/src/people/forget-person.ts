import type { Tx } from '@platen/platform';

/** Somebody who was erased has no machines, groups and saved views any more, nor a history of them (threats C41). */
export async function forgetPerson(tx: Tx, userId: string): Promise<void> {
  for (const statement of FORGET) await tx.query(statement, [userId]);
}

const FORGET = [
  'delete from device_user where user_id = $1',
  'delete from device_group_user where user_id = $1',
  'delete from meter_link where user_id = $1',
  'delete from saved_view where owner_id = $1',
  'delete from sight_change where user_id = $1',
  'update sight_change set changed_by = null where changed_by = $1',
];
