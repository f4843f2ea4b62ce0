import { locales } from '@platen/contracts';
import { normalEmail } from '../users/email-address';
import type { FieldProblem } from '../users/invalid-input';

/** What the branch knows of an organisation; a field left out is not asked about. */
export interface TypedCustomer {
  readonly number?: string | null;
  readonly name?: string | null;
  readonly notificationEmail?: string | null;
  readonly locale?: string | null;
}

/** Longest customer number and name, in characters. */
const MAX_NUMBER = 40;
const MAX_NAME = 160;

/** As printed on invoices: letters, digits and what stands between them. */
const NUMBER = /^[\p{L}\p{N}]([\p{L}\p{N} ./_-]*[\p{L}\p{N}])?$/u;
/** Nobody types these into a name, and PostgreSQL stores no NUL. */
const STRANGE = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The same with blanks at the ends taken off, the address in its one form. */
export function tidied<Typed extends TypedCustomer>(typed: Typed): Typed {
  const email = typed.notificationEmail ? normalEmail(typed.notificationEmail) : null;
  return {
    ...typed,
    ...(typed.number && { number: typed.number.slice(0, MAX_NUMBER + 1).trim() }),
    ...(typed.name && { name: typed.name.slice(0, MAX_NAME * 2).trim() }),
    ...(email?.ok && { notificationEmail: email.value }),
  };
}

/** What cannot be stored; empty when all is well. */
export function faultsOf({ number, name, notificationEmail, locale }: TypedCustomer): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (isGiven(number) && (number.length > MAX_NUMBER || !NUMBER.test(number)))
    problems.push({ path: 'number', code: 'CUSTOMER_NUMBER_INVALID', values: { max: MAX_NUMBER } });
  if (isGiven(name) && (name === '' || name.length > MAX_NAME || STRANGE.test(name)))
    problems.push({ path: 'name', code: 'CUSTOMER_NAME_INVALID', values: { max: MAX_NAME } });
  if (isGiven(notificationEmail) && !normalEmail(notificationEmail).ok)
    problems.push({ path: 'notificationEmail', code: 'EMAIL_INVALID' });
  if (isGiven(locale) && !locales.some((known) => known === locale))
    problems.push({ path: 'locale', code: 'LOCALE_UNKNOWN', values: { locales: locales.join(', ') } });
  return problems;
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
