import { type Result, err, ok } from '@platen/kernel';
import type { Tx } from '@platen/platform';

/** Whose password it is to be, as far as others could guess from it. */
export interface PasswordOwner {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** name of the customer, null for staff */
  readonly organisation: string | null;
  /** name under which the branch shows the product */
  readonly brand: string | null;
  readonly hasSecondFactor: boolean;
}

/** Why a password cannot be taken (threats C20); the words are messages of the same names. */
export interface PasswordRefused {
  readonly code:
    | 'PASSWORD_TOO_SHORT'
    | 'PASSWORD_TOO_LONG'
    | 'PASSWORD_NOT_TEXT'
    | 'PASSWORD_COMMON'
    | 'PASSWORD_GUESSABLE';
  /** fewest characters that this person's password has */
  readonly least: number;
}

const LEAST = 15;
const LEAST_WITH_SECOND_FACTOR = 8;
/** UTF-16 units, as `Passwords` counts: no longer one is ever compared. */
const MOST = 1024;
/** Shorter names stand in too many words to mean anything. */
const LEAST_WORD = 3;

/**
 * Decides whether a password may be set. Compared as typed: nothing is trimmed or folded in what is stored, no kinds
 * of characters are asked for, an emoji counts as one character. Refused are 49,000 common ones with or without
 * digits around them, what runs on or repeats, and what consists for the greater part of words that everybody knows
 * of this person: names, mail, organisation, brand, product.
 */
export async function checkPassword(
  password: string,
  owner: PasswordOwner,
): Promise<Result<undefined, PasswordRefused>> {
  const least = owner.hasSecondFactor ? LEAST_WITH_SECOND_FACTOR : LEAST;
  const refuse = (code: PasswordRefused['code']) => err({ code, least });
  if (password.length > MOST) return refuse('PASSWORD_TOO_LONG');
  if (/\p{Cs}/u.test(password)) return refuse('PASSWORD_NOT_TEXT');
  if ([...password].length < least) return refuse('PASSWORD_TOO_SHORT');
  const folded = password.toLowerCase();
  if (isMonotonous(folded) || (await isCommon(folded))) return refuse('PASSWORD_COMMON');
  return isGuessable(folded, owner) ? refuse('PASSWORD_GUESSABLE') : ok(undefined);
}

/** What `checkPassword` needs to know of somebody who has an account; null when there is no such person. */
export async function findPasswordOwner(tx: Tx, userId: string): Promise<PasswordOwner | null> {
  const [owner] = await tx.query<PasswordOwner>(OWNER, [userId]);
  return owner ?? null;
}

let commonPasswords: Promise<ReadonlySet<string>> | undefined;

/** 400 KB that only a process needs in which somebody sets a password. */
function loadCommonPasswords(): Promise<ReadonlySet<string>> {
  commonPasswords ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  );
  return commonPasswords;
}

/** `password2026!` is `password`: digits and marks around a word are where everybody puts them. */
async function isCommon(folded: string): Promise<boolean> {
  const common = await loadCommonPasswords();
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return common.has(folded) || (core.length >= LEAST_WORD && common.has(core));
}

const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const ENDLESS_RUNS = RUNS.flatMap((run) => [run, [...run].reverse().join('')]).map((run) =>
  run.repeat(Math.ceil(MOST / run.length) + 1),
);

/** A few characters again and again, or the order of the keys. */
function isMonotonous(folded: string): boolean {
  return /^(.{1,4})\1*.{0,3}$/su.test(folded)
    ? new Set(folded).size <= 4
    : ENDLESS_RUNS.some((run) => run.includes(folded));
}

/** Less than half is left when the words of this person are taken out. */
function isGuessable(folded: string, owner: PasswordOwner): boolean {
  const rest = wordsOf(owner).reduce((left, word) => left.replaceAll(word, ''), folded);
  return rest.replace(/[\p{P}\p{Z}\p{S}]/gu, '').length * 2 < folded.length && rest !== folded;
}

/** Longest first, so that a word within another one leaves nothing behind. */
function wordsOf({ email, firstName, lastName, organisation, brand }: PasswordOwner): string[] {
  const [local = ''] = email.split('@');
  const texts = ['platen', local, firstName, lastName, organisation ?? '', brand ?? ''];
  const words = texts.flatMap((text) => {
    const folded = text.toLowerCase();
    return [folded, folded.replace(/[^\p{L}\p{N}]+/gu, ''), ...folded.split(/[^\p{L}\p{N}]+/u)];
  });
  return [...new Set(words)]
    .filter((word) => word.length >= LEAST_WORD)
    .sort((one, other) => other.length - one.length);
}

const OWNER = `
  select person.email, person.first_name as "firstName", person.last_name as "lastName",
         customer.name as organisation, branch.settings->'brand'->>'name' as brand,
         person.second_factor_since is not null as "hasSecondFactor"
  from user_account person
  join branch on branch.id = person.branch_id
  left join customer on customer.id = person.customer_id
  where person.id = $1 and person.erased_at is null`;
