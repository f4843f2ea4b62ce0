import { type Tx, isId } from '@platen/platform';
import { hashToken, newToken } from '../sessions/secret-token';

/** What a link from a mail may be used for, and for how long (threats C24), as PostgreSQL intervals. */
export const tokenLives = {
  'reset-password': '30 minutes',
  'confirm-email': '24 hours',
  'undo-email': '7 days',
  'confirm-notification-email': '24 hours',
  invitation: '72 hours',
  /** no link: a short code that somebody types where the collector stands */
  'collector-code': '24 hours',
} as const;

export type TokenPurpose = keyof typeof tokenLives;

/** Values that a link fixes: whoever uses it cannot change them. */
export type TokenFacts = Readonly<Record<string, string | null>>;

export interface NewToken {
  readonly purpose: TokenPurpose;
  /** what the token is about, for example a user's or an invitation's id: a new token kills the older of one subject */
  readonly subject: string;
  readonly branchId: string;
  readonly customerId: string | null;
  readonly userId: string | null;
  readonly facts?: TokenFacts;
}

/** A token as it was found or used. */
export interface OneTimeToken {
  readonly id: string;
  readonly purpose: TokenPurpose;
  readonly subject: string;
  readonly branchId: string;
  readonly customerId: string | null;
  readonly userId: string | null;
  readonly facts: TokenFacts;
  readonly expiresAt: Date;
}

/**
 * Makes a token that works once; older ones of the same purpose and subject die.
 * @param token  made by the caller where people type it; as a rule 256 bits, base64url
 * @returns      the token in clear, for a link and nothing else
 */
export async function issueToken(tx: Tx, of: NewToken, token = newToken()): Promise<string> {
  await revokeTokens(tx, of.purpose, of.subject);
  await tx.query(ISSUE, [
    of.purpose,
    of.subject,
    of.branchId,
    of.customerId,
    of.userId,
    JSON.stringify(of.facts ?? {}),
    hashToken(token),
    tokenLives[of.purpose],
  ]);
  return token;
}

/**
 * Uses a token up: of any number that try at once, one gets it.
 * @returns null when it is unknown, used, replaced, revoked or too old; nobody is told which
 */
export async function useToken(tx: Tx, purpose: TokenPurpose, token: string): Promise<OneTimeToken | null> {
  const [used] = await tx.query<OneTimeToken>(USE, [purpose, hashToken(token)]);
  return used ?? null;
}

/** Looks at a token without using it up, for a page that shows what it is about. */
export async function findToken(tx: Tx, purpose: TokenPurpose, token: string): Promise<OneTimeToken | null> {
  const [found] = await tx.query<OneTimeToken>(FIND, [purpose, hashToken(token)]);
  return found ?? null;
}

/** From now on no link of this purpose works for this subject. */
export async function revokeTokens(tx: Tx, purpose: TokenPurpose, subject: string): Promise<void> {
  await tx.query(REVOKE, [purpose, subject]);
}

/** From now on no link works that concerns this person. */
export async function revokeTokensOf(tx: Tx, userId: string): Promise<void> {
  if (isId(userId)) await tx.query(REVOKE_OF_USER, [userId]);
}

const COLUMNS = `id, purpose, subject, branch_id as "branchId", customer_id as "customerId", user_id as "userId", facts,
  expires_at as "expiresAt"`;

const LIVE = `used_at is null and revoked_at is null and expires_at > now()`;

const ISSUE = `
  insert into one_time_token (purpose, subject, branch_id, customer_id, user_id, facts, token_hash, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, now() + $8::interval)`;

const USE = `
  update one_time_token set used_at = now()
  where purpose = $1 and token_hash = $2 and ${LIVE} returning ${COLUMNS}`;

const FIND = `select ${COLUMNS} from one_time_token where purpose = $1 and token_hash = $2 and ${LIVE}`;

const REVOKE = `
  update one_time_token set revoked_at = now()
  where purpose = $1 and subject = $2 and used_at is null and revoked_at is null`;

const REVOKE_OF_USER = `
  update one_time_token set revoked_at = now()
  where user_id = $1 and used_at is null and revoked_at is null`;
