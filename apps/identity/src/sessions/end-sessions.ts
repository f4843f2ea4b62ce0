import type { Tx } from '@platen/platform';

/**
 * Ends the sessions of a person: after a changed or reset password, a deactivation, an erasure (threats C26). Those
 * in which he looks through somebody else's eyes, and those that look through his, end too.
 * @param except  the session that goes on, null for none
 */
export async function endSessionsOf(tx: Tx, userId: string, except: string | null): Promise<void> {
  await tx.query(END_ALL, [userId, except]);
}

/**
 * Ends what a browser holds: its session, and the own one that waits behind it when it looks through other eyes.
 * @returns false when there was nothing to end
 */
export async function endBrowserSession(tx: Tx, sessionId: string): Promise<boolean> {
  return (await tx.query(END_ONE, [sessionId])).length > 0;
}

const END_ONE = `
  update session set ended_at = now()
  where (id = $1 or id = (select look.viewing_from from session look where look.id = $1)) and ended_at is null
  returning id`;

const END_ALL = `
  update session set ended_at = now()
  where (user_id = $1 or viewed_by = $1) and ended_at is null and id is distinct from $2::uuid`;
