import type { Locale } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { randomUUID } from 'node:crypto';
import type { Letters } from '../letters/send-letter';
import { issueToken } from '../tokens/one-time-token';

/** Who gets the link. */
export interface ResetLinkReader {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly locale: Locale;
  readonly branchId: string;
  readonly customerId: string | null;
}

/**
 * Sends somebody a link to set a new password, on his own wish or his administrator's, who never sees a password
 * (R4, R24). An older link dies.
 */
export async function sendResetLink(tx: Tx, letters: Letters, reader: ResetLinkReader): Promise<void> {
  const { id, branchId, customerId } = reader;
  const token = await issueToken(tx, {
    purpose: 'reset-password',
    subject: id,
    userId: id,
    branchId,
    customerId,
  });
  await letters.send(tx, `password-reset ${randomUUID()}`, {
    name: 'password-reset',
    to: reader.email,
    firstName: reader.firstName,
    locale: reader.locale,
    branchId,
    customerId,
    link: { path: '/set-password', token },
  });
}
