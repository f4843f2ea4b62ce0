import type { Tx } from '@platen/platform';
import { hashToken, newToken } from './secret-token';

/** How long a person may look for the phone after the right password. */
const LIFE = '5 minutes';
/** Tries with one challenge; each counts against the account too. */
const TRIES = 5;

/** What a challenge is bound to. */
export interface NewSignInChallenge {
  readonly userId: string;
  readonly passwordDigest: Buffer;
  /** what a passkey would have to sign; null for who has none */
  readonly passkeyChallenge: string | null;
}

/** A challenge of somebody who knows the password, one try of it taken. */
export interface TriedChallenge {
  readonly id: string;
  readonly userId: string;
  readonly branchId: string;
  readonly customerId: string | null;
  /** of the account, for counting against it */
  readonly email: string;
  readonly passwordDigest: Buffer;
  readonly passkeyChallenge: string | null;
}

/** @returns the challenge in clear: 256 random bits, base64url; only its hash is kept */
export async function issueSignInChallenge(tx: Tx, of: NewSignInChallenge): Promise<string> {
  const token = newToken();
  await tx.query(ISSUE, [of.userId, hashToken(token), of.passwordDigest, of.passkeyChallenge]);
  return token;
}

/**
 * Takes one of the tries of a challenge, and the locks of its second step: first the challenge, then the account.
 * @returns null when it is unknown, used, too old, out of tries, or the account was deactivated or got another
 *          password; nobody is told which
 */
export async function tryChallenge(tx: Tx, token: string): Promise<TriedChallenge | null> {
  const [taken] = await tx.query<{ id: string }>(TAKE, [hashToken(token)]);
  if (!taken) return null;
  const [challenge] = await tx.query<TriedChallenge>(LOCK, [taken.id]);
  return challenge ?? null;
}

/** A passkey signs a challenge once, whatever comes of it. */
export async function forgetPasskeyChallenge(tx: Tx, id: string): Promise<void> {
  await tx.query('update sign_in_challenge set passkey_challenge = null where id = $1', [id]);
}

/** It opened a session: it opens no second one. */
export async function useSignInChallenge(tx: Tx, id: string): Promise<void> {
  await tx.query('update sign_in_challenge set used_at = now() where id = $1', [id]);
}

const ISSUE = `
  insert into sign_in_challenge
    (customer_id, branch_id, user_id, token_hash, password_digest, passkey_challenge, expires_at)
  select customer_id, branch_id, id, $2, $3, $4, now() + interval '${LIFE}' from user_account where id = $1`;

const TAKE = `
  update sign_in_challenge set attempts = attempts + 1
  where token_hash = $1 and used_at is null and expires_at > now() and attempts < ${TRIES}
  returning id`;

const LOCK = `
  select challenge.id, person.id as "userId", person.branch_id as "branchId", person.customer_id as "customerId",
         person.email, challenge.password_digest as "passwordDigest",
         challenge.passkey_challenge as "passkeyChallenge"
  from sign_in_challenge challenge join user_account person on person.id = challenge.user_id
  where challenge.id = $1 and person.deactivated_at is null and person.erased_at is null
    and sha256(convert_to(person.password_hash, 'UTF8')) = challenge.password_digest
  for no key update of person`;
