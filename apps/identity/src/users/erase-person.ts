import { type Locale, personErased } from '@platen/contracts';
import { type Tx, mailAddressHash } from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import { endSessionsOf } from '../sessions/end-sessions';
import { emitPeopleChanged } from './person.events';
import { attemptSubjects } from '../sessions/sign-in-attempts';

/**
 * Erases a person's account (R23, threats C41): a last letter goes out, then everything personal is removed here and,
 * by the event, from the mails of every service. The row stays under a pseudonym, so that past requests and orders
 * still have somebody who made them. Nobody can sign in with it again, and its address is free for a new account.
 * The invitation or application that he came by goes too: it holds his address and name. Records `user.erased` in the
 * audit log itself. Somebody who is erased already, or not visible here, is left alone.
 *
 * The caller decides who may, takes `lockPeopleOf` first and asks `keepsAnAdministrator` afterwards.
 */
export async function erasePerson(tx: Tx, letters: Letters, userId: string): Promise<void> {
  // Before the account: the second step of a sign-in takes the two in this order, and neither may wait for the other.
  await tx.query(FORGET_SIGN_IN, [userId]);
  const [person] = await tx.query<Person>(TAKE, [userId]);
  if (!person) return;
  await endSessionsOf(tx, userId, null);
  for (const statement of FORGET) await tx.query(statement, [userId]);
  await tx.query(FORGET_ATTEMPTS, [attemptSubjects(person.email, null).account]);
  await tx.query(ERASE, [userId]);
  await emitPeopleChanged(tx, [userId]);
  await sayFarewell(tx, letters, person);
  const { customerId, branchId } = person;
  tx.emit(personErased, { userId, customerId, addressHash: mailAddressHash(person.email) });
  tx.audit({ action: 'user.erased', target: { kind: 'user', id: userId }, of: { customerId, branchId } });
}

interface Person {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly locale: Locale;
  readonly branchId: string;
  readonly customerId: string | null;
}

function sayFarewell(tx: Tx, letters: Letters, person: Person): Promise<void> {
  return letters.send(tx, `account-erased ${person.id}`, {
    name: 'account-erased',
    to: person.email,
    firstName: person.firstName || null,
    locale: person.locale,
    branchId: person.branchId,
    customerId: person.customerId,
  });
}

const TAKE = `
  select id, email, first_name as "firstName", locale, branch_id as "branchId", customer_id as "customerId"
  from user_account where id = $1 and erased_at is null for update`;

/** Rows that are about this person alone, in an order in which one is still found through the other. */
const FORGET = [
  `delete from application where id in (select application_id from invitation where user_id = $1)`,
  `delete from device_notice where user_id = $1`,
  `delete from recovery_code where user_id = $1`,
  `delete from passkey_challenge where user_id = $1`,
  `delete from passkey where user_id = $1`,
  `delete from authenticator_app where user_id = $1`,
  `delete from session where user_id = $1 or viewed_by = $1`,
  `delete from one_time_token where user_id = $1`,
  `delete from consent where user_id = $1`,
  `delete from invitation where user_id = $1`,
  `delete from application where (customer_id, email_folded) in (
     select customer_id, email_folded from user_account where id = $1)`,
];

const FORGET_SIGN_IN = `delete from sign_in_challenge where user_id = $1`;

const FORGET_ATTEMPTS = `delete from sign_in_attempt where subject = $1`;

// The address under .invalid reaches nobody (RFC 2606) and keeps the column unique.
const ERASE = `
  update user_account set
    email = 'erased-' || id || '@erased.invalid', first_name = '', last_name = '', phone = null,
    password_hash = null, second_factor_since = null, granted_rights = '{}', invited_by = null,
    last_signed_in_at = null, deactivated_at = coalesce(deactivated_at, now()), erased_at = now()
  where id = $1`;
