import { defineJob } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { z } from 'zod';

/** Removes what is kept of sign-ins for longer than anybody may need it. */
export const forgetOldSignIns = defineJob({ name: 'identity.forget-old-sign-ins', payload: z.object({}) });

/** For how long a person can see where he was signed in, and a slow series of guesses adds up. */
const KEPT = '30 days';

/** Every session has expired a day after its sign-in at the latest, ended or not. */
export async function forgetSignIns(tx: Tx): Promise<void> {
  await tx.query(`delete from session where expires_at < now() - interval '${KEPT}'`);
  await tx.query(`delete from sign_in_attempt where window_ends_at < now() - interval '${KEPT}'`);
  // Good for minutes; nobody needs them afterwards.
  await tx.query(`delete from sign_in_challenge where expires_at < now() - interval '1 day'`);
  await tx.query(`delete from passkey_challenge where expires_at < now() - interval '1 hour'`);
}
