import { defineJob } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { z } from 'zod';
import type { Letters } from '../letters/send-letter';
import { sendResetLink } from '../users/reset-link';
import { findReader } from './reader';

/** Sends a link for a new password; to nobody where no account has the address, so that asking looks the same (C23). */
export const sendPasswordReset = defineJob({
  name: 'identity.send-password-reset',
  payload: z.object({ userId: z.uuid().nullable() }),
});

/** The account may have been closed since. */
export async function answerResetRequest(
  tx: Tx,
  letters: Letters,
  { userId }: z.infer<typeof sendPasswordReset.payload>,
): Promise<void> {
  const reader = userId === null ? null : await findReader(tx, userId);
  if (!reader) return;
  await sendResetLink(tx, letters, reader);
  const { id, customerId, branchId } = reader;
  tx.audit({
    action: 'password.reset-requested',
    target: { kind: 'user', id },
    by: { kind: 'anonymous', id: null },
    of: { customerId, branchId },
  });
}
