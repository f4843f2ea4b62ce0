import type { Locale } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import type { FieldProblem } from '../users/invalid-input';
import { normalEmail } from '../users/email-address';
import { type PersonalData, personalDataProblems } from '../users/personal-data';

/** Somebody asks for an account (S1), as typed. */
export interface AskedApplication extends PersonalData {
  readonly customerNumber: string;
  readonly email: string;
  /** to the administrator; empty for none */
  readonly message: string;
}

/** Longest message to the administrator, in characters. */
export const MAX_MESSAGE = 1000;
/** Longest customer number, in characters. */
export const MAX_NUMBER = 40;
/** Undecided applications that an organisation may have: a stranger cannot bury its administrator in mails. */
export const MAX_OPEN = 100;

// What changes the direction of text, or ends it; line breaks are part of a message.
const UNFIT = /[^\P{C}\n\r\t]|[\u2028\u2029]/u;

/** What cannot be taken, by field; says nothing about what exists (threats C23). */
export function applicationProblems(asked: AskedApplication): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const number = asked.customerNumber.trim();
  if (number === '' || number.length > MAX_NUMBER || /\p{C}/u.test(number))
    problems.push({ path: 'customerNumber', code: 'CUSTOMER_NUMBER_NEEDED' });
  if (!normalEmail(asked.email).ok) problems.push({ path: 'email', code: 'EMAIL_INVALID' });
  problems.push(...personalDataProblems(asked));
  if (asked.message.length > MAX_MESSAGE)
    problems.push({ path: 'message', code: 'MESSAGE_TOO_LONG', values: { max: MAX_MESSAGE } });
  else if (UNFIT.test(asked.message)) problems.push({ path: 'message', code: 'MESSAGE_UNFIT' });
  return problems;
}

/** An application that can be stored. */
export interface NewApplication extends PersonalData {
  readonly branchId: string;
  readonly customerNumber: string;
  /** as `normalEmail` gives it */
  readonly email: string;
  readonly message: string;
  readonly locale: Locale;
}

/**
 * Stores an application where there is somebody to decide on it, by one statement whatever is the case: the number
 * exists, its organisation takes applications, from this domain, and does not know the address yet (threats C23).
 * @returns its id, null when nothing was stored
 */
export async function storeApplication(tx: Tx, of: NewApplication): Promise<string | null> {
  const [stored] = await tx.query<{ id: string }>(STORE, [
    of.branchId,
    of.customerNumber,
    of.email,
    of.firstName,
    of.lastName,
    of.phone,
    of.locale,
    of.message === '' ? null : of.message,
    of.email.slice(of.email.lastIndexOf('@') + 1),
  ]);
  return stored?.id ?? null;
}

const STORE = `
  insert into application as known
    (customer_id, branch_id, email, first_name, last_name, phone, locale, message, expires_at)
  select customer.id, customer.branch_id, $3, $4, $5, $6, $7, $8, now() + interval '30 days'
  from customer
  where customer.branch_id = $1 and customer.number = $2 and customer.suspended_at is null
    and customer.self_registration = 'allowed'
    and (customer.registration_domains = '{}' or $9 = any(customer.registration_domains))
    and not exists (select from user_account person
                    where person.customer_id = customer.id and person.email_folded = lower($3))
    and ${MAX_OPEN} > (select count(*) from application waiting
                       where waiting.customer_id = customer.id and waiting.decided_at is null
                         and waiting.expires_at > now())
  on conflict (customer_id, email_folded) where decided_at is null
  do update set id = excluded.id, email = excluded.email, first_name = excluded.first_name,
    last_name = excluded.last_name, phone = excluded.phone, locale = excluded.locale,
    message = excluded.message, created_at = now(), expires_at = excluded.expires_at
  where known.expires_at <= now()
  returning id`;
