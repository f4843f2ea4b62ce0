import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Tx } from '@platen/platform';

/** Tries per account, and per address, within one window (threats C22). */
const PER_ACCOUNT = 10;
const PER_ADDRESS = 20;
const WINDOW = '15 minutes';
/** Wrong tries in a row after which account or address rest for a day, whatever their pace. */
const IN_A_ROW = 100;
const LONG_WINDOW = '1 day';

/** Whom a try is counted against; hashed, so that the table names nobody. */
export interface AttemptSubjects {
  readonly account: Buffer;
  readonly address: Buffer;
}

/**
 * @param email    as typed; accounts that do not exist are counted like those that do
 * @param address  null when unknown: all those share one count, rather than none
 * @param what     what is tried; each is counted apart from the others, default: signing in
 */
export function attemptSubjects(
  email: string,
  address: string | null,
  what: 'sign-in' | 'application' | 'reset' | 'confirm-password' | 'email-change' | 'enrolment' = 'sign-in',
): AttemptSubjects {
  const counted = what === 'sign-in' ? '' : `${what} `;
  return {
    account: subject(`${counted}account ${email.toLowerCase()}`),
    address: subject(`${counted}address ${address === null ? 'unknown' : networkOf(address)}`),
  };
}

/** An IPv6 customer owns at least a /64 and can use any address in it. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const zeros = address.includes('::') ? Math.max(0, 8 - before.length - after.length) : 0;
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

interface AttemptRow {
  readonly is_account: boolean;
  readonly attempts: number;
  readonly failures_in_a_row: number;
  readonly window_ends_at: Date;
}

/**
 * Counts a try before it is made, so that tries in parallel cannot pass together; `forgiveAttempt` takes it back
 * when it turns out right.
 * @returns null when it may be made, else from when on the next one may
 */
export async function countAttempt(tx: Tx, subjects: AttemptSubjects): Promise<Date | null> {
  const rows = await tx.query<AttemptRow>(COUNT, [subjects.account, subjects.address]);
  const blocked = rows.filter(
    (row) => row.attempts > (row.is_account ? PER_ACCOUNT : PER_ADDRESS) || row.failures_in_a_row > IN_A_ROW,
  );
  const latest = Math.max(...blocked.map((row) => row.window_ends_at.getTime()));
  return blocked.length > 0 ? new Date(latest) : null;
}

/** The password was right: the account's count starts anew, the address gets this one try back. */
export async function forgiveAttempt(tx: Tx, subjects: AttemptSubjects): Promise<void> {
  await tx.query(FORGIVE, [subjects.account, subjects.address]);
}

/** Nothing was compared: both counts are as before. */
export async function withdrawAttempt(tx: Tx, subjects: AttemptSubjects): Promise<void> {
  await tx.query(WITHDRAW, [[subjects.account, subjects.address]]);
}

function subject(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

// A try that is refused anyway is no further failure, and does not prolong the rest.
const REFUSED = `known.window_ends_at > now()
        and (known.attempts >= ${PER_ACCOUNT} or known.failures_in_a_row > ${IN_A_ROW})`;

// Rows are taken in one order everywhere, so that two sign-ins never wait for each other in a circle.
const COUNT = `
  insert into sign_in_attempt as known (subject, attempts, failures_in_a_row, window_ends_at)
  select subject, 1, 1, now() + interval '${WINDOW}' from unnest(array[$1, $2]::bytea[]) as s (subject)
  order by subject
  on conflict (subject) do update set
    attempts = case when known.window_ends_at <= now() then 1 else known.attempts + 1 end,
    failures_in_a_row = case
      when ${REFUSED} then known.failures_in_a_row
      when known.failures_in_a_row > ${IN_A_ROW} then 1
      else known.failures_in_a_row + 1 end,
    window_ends_at = case
      when ${REFUSED} then known.window_ends_at
      when known.failures_in_a_row = ${IN_A_ROW} then now() + interval '${LONG_WINDOW}'
      when known.window_ends_at > now() then known.window_ends_at
      else now() + interval '${WINDOW}' end
  returning subject = $1 as is_account, attempts, failures_in_a_row, window_ends_at`;

const FORGIVE = `
  with taken as (
    select subject from sign_in_attempt where subject in ($1, $2) order by subject for update)
  update sign_in_attempt known set
    attempts = case when known.subject = $1 then 0 else greatest(known.attempts - 1, 0) end,
    failures_in_a_row = 0
  from taken where taken.subject = known.subject`;

const WITHDRAW = `
  with taken as (
    select subject from sign_in_attempt where subject = any($1::bytea[]) order by subject for update)
  update sign_in_attempt known set
    attempts = greatest(known.attempts - 1, 0), failures_in_a_row = greatest(known.failures_in_a_row - 1, 0)
  from taken where taken.subject = known.subject`;
