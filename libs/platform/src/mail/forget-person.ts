import { createHash } from 'node:crypto';
import type { LetterName, PayloadOf } from '@platen/contracts';
import type { forgetPersonEvent } from '../jobs/platform-handlers';
import type { HandlerContext } from '../service';

/** The one letter that still goes to an erased address. */
export const FAREWELL = 'account-erased' satisfies LetterName;

/** How an address is named where it must not stand. @returns SHA-256 in hex, whatever the address's case */
export function mailAddressHash(address: string): string {
  return createHash('sha256').update(address.toLowerCase()).digest('hex');
}

/**
 * Forgets every mail to an erased person, sent or not (threats C41). Only the letter that says so is still sent;
 * `removeOldMessages` removes it afterwards. An outbox message without its mail counts as done.
 */
export async function forgetPerson(
  { addressHash }: PayloadOf<typeof forgetPersonEvent>,
  { tx }: Pick<HandlerContext, 'tx'>,
): Promise<void> {
  await tx.query(FORGET, [addressHash]);
}

const FORGET = `
  delete from mail
  where encode(sha256(convert_to(lower(recipient), 'UTF8')), 'hex') = $1
    and not (template = '${FAREWELL}' and sent_at is null and refused_at is null)`;
