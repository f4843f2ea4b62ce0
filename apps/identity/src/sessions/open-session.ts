import { createHash, randomUUID } from 'node:crypto';
import { type Actor, type ActorAccess, type Tx } from '@platen/platform';
import { endBrowserSession } from './end-sessions';
import { hashToken, newToken } from './secret-token';
import { WHOLE } from './session-life';
import { MAY_SIGN_IN } from './may-sign-in';

/** How somebody proved who he is; beside the password, except for a passkey alone. */
export type SignInMethod =
  | 'password'
  | 'authenticator-app'
  | 'recovery-code'
  | 'passkey'
  | 'password-and-passkey';

/** Where a session is opened from, as its owner will see it in the list of his sessions. */
export interface SignInPlace {
  /** of the socket or the trusted proxy; null when unknown */
  readonly clientAddress: string | null;
  /** as the browser names itself; null when it did not */
  readonly userAgent: string | null;
}

export interface NewSession extends SignInPlace {
  readonly userId: string;
  /** of the stored hash that was compared; null where no password was. Another password opens nothing. */
  readonly passwordDigest: Buffer | null;
  readonly method: SignInMethod;
}

/** A session as its owner gets it, the only time the token is known. */
export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
  /** who acts from now on */
  readonly actor: Actor;
}

/** A session that stands in the database, its token in clear. */
export interface WrittenSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** What is kept of a stored password hash where something is bound to it. */
export function passwordDigest(storedHash: string): Buffer {
  return createHash('sha256').update(storedHash).digest();
}

/**
 * Writes a session with a new token and ends the one that the same browser had (threats C26). The account's row is
 * taken first: whoever changes the password or deactivates the person at the same moment comes before, and nothing is
 * opened, or after, and ends this session too.
 * @returns null when the account was deactivated or got another password since it was read
 */
export async function openSession(
  tx: Tx,
  caller: Actor,
  session: NewSession,
): Promise<WrittenSession | null> {
  const { userId, method, clientAddress } = session;
  const id = randomUUID();
  const token = newToken();
  const userAgent = session.userAgent?.replaceAll('\0', '').slice(0, 300) ?? null;
  const values = [id, userId, session.passwordDigest, hashToken(token), userAgent, clientAddress];
  const [opened] = await tx.query<{ expiresAt: Date; branchId: string; customerId: string | null }>(
    OPEN,
    values,
  );
  if (!opened) return null;
  if (caller.sessionId) await endBrowserSession(tx, caller.sessionId);
  const { expiresAt, ...of } = opened;
  tx.audit({
    action: 'session.opened',
    target: { kind: 'session', id },
    facts: { method },
    by: { kind: of.customerId ? 'user' : 'staff', id: userId },
    of,
  });
  return { token, expiresAt };
}

/** Who acts from now on, as the next request will find out. */
export async function enter(
  access: ActorAccess,
  caller: Actor,
  { token, expiresAt }: WrittenSession,
): Promise<OpenedSession | null> {
  const { requestId } = caller;
  const actor = await access.resolve({ sessionToken: token, bearer: null, acceptLanguage: null, requestId });
  return actor && { token, expiresAt, actor };
}

const OPEN = `
  with person as (
    update user_account set last_signed_in_at = now()
    where id = $2 and ${MAY_SIGN_IN}
      and ($3::bytea is null or sha256(convert_to(password_hash, 'UTF8')) = $3)
    returning id, customer_id, branch_id)
  insert into session (id, customer_id, branch_id, user_id, token_hash, expires_at, user_agent, address)
  select $1, customer_id, branch_id, id, $4, now() + interval '${WHOLE}', $5, $6 from person
  returning expires_at as "expiresAt", branch_id as "branchId", customer_id as "customerId"`;
