import type { Locale } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { randomUUID } from 'node:crypto';
import type { Letters } from '../letters/send-letter';

/** Somebody whose letters are written in his language, in his branch's name. */
export interface Reader {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly locale: Locale;
  readonly branchId: string;
  readonly customerId: string | null;
}

/** Somebody who has an account that is in use; null else. */
export async function findReader(tx: Tx, userId: string): Promise<Reader | null> {
  const [reader] = await tx.query<Reader>(FIND, [userId]);
  return reader ?? null;
}

/** Tells the owner of an account that its password is another one now, and how to get it back (C26). */
export async function tellPasswordChanged(tx: Tx, letters: Letters, reader: Reader): Promise<void> {
  const { id: _id, email, ...of } = reader;
  await letters.send(tx, `password-changed ${randomUUID()}`, {
    ...of,
    name: 'password-changed',
    to: email,
    link: { path: '/forgotten-password' },
  });
}

const FIND = `
  select id, email, first_name as "firstName", locale, branch_id as "branchId", customer_id as "customerId"
  from user_account where id = $1 and deactivated_at is null`;
