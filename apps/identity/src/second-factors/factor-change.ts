import { randomUUID } from 'node:crypto';
import type { Locale } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import { message } from '../messages/message';

/** What happened to somebody's second factors; also the key of its words in the letter about it. */
export type FactorChange =
  | 'APP_ADDED'
  | 'APP_REMOVED'
  | 'ALL_REMOVED'
  | 'PASSKEY_ADDED'
  | 'PASSKEY_REMOVED'
  | 'RECOVERY_CODES_RENEWED'
  | 'RECOVERY_CODE_USED';

interface PersonRow {
  readonly email: string;
  readonly firstName: string;
  readonly locale: Locale;
  readonly branchId: string;
  readonly customerId: string | null;
  readonly since: Date | null;
}

/** First statement of every change: changes of one person's factors come one after the other. */
export async function lockFactorsOf(tx: Tx, userId: string): Promise<void> {
  await tx.query('select from user_account where id = $1 for no key update', [userId]);
}

/**
 * Last step of every change: keeps the date at the account, which every request looks at, in step with the factors
 * themselves, and tells their owner by mail, so that a change he did not make does not pass unseen.
 * @returns since when there is one, null when none is left
 */
export async function noteFactorChange(
  tx: Tx,
  letters: Letters,
  userId: string,
  change: FactorChange,
): Promise<Date | null> {
  const [person] = await tx.query<PersonRow>(KEEP_DATE, [userId]);
  if (!person) throw new Error(`A factor was changed of ${userId}, who cannot be seen here.`);
  const { email, since, ...reader } = person;
  await letters.send(tx, `second-factor-changed ${randomUUID()}`, {
    ...reader,
    name: 'second-factor-changed',
    to: email,
    values: { change: message(person.locale, `FACTOR_${change}`) },
    link: { path: '/account/security' },
  });
  return since;
}

const KEEP_DATE = `
  update user_account person set second_factor_since = case
    when exists (select from passkey where user_id = $1)
      or exists (select from authenticator_app where user_id = $1 and confirmed_at is not null)
    then coalesce(person.second_factor_since, now()) end
  where id = $1
  returning email, first_name as "firstName", locale, branch_id as "branchId", customer_id as "customerId",
    second_factor_since as since`;
