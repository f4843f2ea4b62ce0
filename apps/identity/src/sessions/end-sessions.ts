import type { Tx } from '@platen/platform';

/**
 * Ends the sessions of a person: after a changed or reset password, a deactivation, an erasure (threats C26). Those
 * in which he looks through somebody else's eyes, and those that look through his, end too.
 * @param except  the session that goes on, null for none
 */
export async function endSessionsOf(tx: Tx, userId: string, except: string | null): Promise<void> {
  await tx.query(END_ALL, [userId, except]);
}

const END_ALL = `
  update session set ended_at = now()
  where (user_id = $1 or viewed_by = $1) and ended_at is null and id is distinct from $2::uuid`;
