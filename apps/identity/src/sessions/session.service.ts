import { randomUUID } from 'node:crypto';
import { type Clock, type Result, err, ok } from '@platen/kernel';
import { type Actor, type ActorAccess, type Tx, type UnitOfWork, system } from '@platen/platform';
import type { Passwords } from '../users/passwords';
import { WHOLE } from './session-life';
import { hashToken, newToken } from './secret-token';
import {
  type AttemptSubjects,
  attemptSubjects,
  countAttempt,
  forgiveAttempt,
  withdrawAttempt,
} from './sign-in-attempts';
import type { TooManyAttempts, WrongCredentials } from './sign-in.errors';

export interface SignIn {
  readonly email: string;
  /** compared exactly as typed */
  readonly password: string;
  /** of the socket or the trusted proxy; null when unknown */
  readonly clientAddress: string | null;
}

/** A session as its owner gets it, the only time the token is known. */
export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
  /** who acts from now on */
  readonly actor: Actor;
}

/** What the sign-in needs of an account. */
interface Account {
  readonly id: string;
  readonly passwordHash: string | null;
}

const BUSY_FOR_MS = 5_000;

/**
 * Opens and ends sessions. Who signs in is not known before, so there is no tenant to set: these transactions run
 * as the system actor and touch single rows by mail or token. No connection is held while a password is hashed.
 */
export class SessionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly access: ActorAccess,
    private readonly clock: Clock,
  ) {}

  /** Ends the session that the same browser had, if any (C26): a stolen token from before is worth nothing. */
  async signIn(
    actor: Actor,
    input: SignIn,
  ): Promise<Result<OpenedSession, WrongCredentials | TooManyAttempts>> {
    const email = signInName(input.email);
    const subjects = attemptSubjects(email, input.clientAddress);
    const { retryAt, account } = await this.begin(actor, subjects, email);
    if (retryAt) return err({ code: 'TOO_MANY_ATTEMPTS', retryAt });
    const verdict = await this.passwords.verify(account?.passwordHash ?? null, input.password);
    if (verdict === 'busy') return err(await this.refuseBusy(actor, subjects));
    if (verdict === 'wrong' || !account?.passwordHash) return err({ code: 'WRONG_CREDENTIALS' });
    const opened = await this.open(actor, subjects, { id: account.id, passwordHash: account.passwordHash });
    if (opened) await this.renewHash(actor, account.id, account.passwordHash, input.password);
    return opened ? ok(opened) : err({ code: 'WRONG_CREDENTIALS' });
  }

  /** Ends the actor's own session. Nothing to end is no failure. */
  async signOut(actor: Actor): Promise<void> {
    const { sessionId } = actor;
    if (sessionId) await this.work.write(system(actor.requestId), (tx) => tx.query(END, [sessionId]));
  }

  private begin(actor: Actor, subjects: AttemptSubjects, email: string) {
    return this.work.write(system(actor.requestId), async (tx) => {
      const retryAt = await countAttempt(tx, subjects);
      const [account] = await tx.query<Account>(FIND_ACCOUNT, [email]);
      return { retryAt, account };
    });
  }

  private async refuseBusy(actor: Actor, subjects: AttemptSubjects): Promise<TooManyAttempts> {
    await this.work.write(system(actor.requestId), (tx) => withdrawAttempt(tx, subjects));
    return { code: 'SIGN_IN_BUSY', retryAt: new Date(this.clock.now().getTime() + BUSY_FOR_MS) };
  }

  /** @returns null when the account was deactivated or got another password since it was read */
  private async open(
    actor: Actor,
    subjects: AttemptSubjects,
    account: { readonly id: string; readonly passwordHash: string },
  ): Promise<OpenedSession | null> {
    const token = newToken();
    const session = await this.work.write(system(actor.requestId), async (tx) => {
      const opened = await insertSession(tx, account, token);
      if (!opened) return null;
      if (actor.sessionId) await tx.query(END, [actor.sessionId]);
      await forgiveAttempt(tx, subjects);
      return opened;
    });
    const self = await this.access.resolve({
      sessionToken: token,
      bearer: null,
      acceptLanguage: null,
      requestId: actor.requestId,
    });
    return session && self && { token, expiresAt: session.expiresAt, actor: self };
  }

  /** The only moment at which a password is known, so the moment at which its hash can grow with the times (C20). */
  private async renewHash(actor: Actor, id: string, storedHash: string, password: string): Promise<void> {
    if (!this.passwords.isOutdated(storedHash)) return;
    const renewed = await this.passwords.hash(password);
    await this.work.write(system(actor.requestId), (tx) => tx.query(RENEW_HASH, [id, storedHash, renewed]));
  }
}

/** What is looked for: no address is longer (RFC 5321 4.5.3.1), and PostgreSQL's text knows no NUL. */
function signInName(typed: string): string {
  return typed.slice(0, 320).replaceAll('\0', '');
}

async function insertSession(
  tx: Tx,
  account: { readonly id: string; readonly passwordHash: string },
  token: string,
): Promise<{ readonly expiresAt: Date } | null> {
  const values = [randomUUID(), account.id, account.passwordHash, hashToken(token)];
  const [opened] = await tx.query<{ expiresAt: Date }>(OPEN, values);
  return opened ?? null;
}

const FIND_ACCOUNT = `
  select id, password_hash as "passwordHash" from user_account
  where email_folded = lower($1) and deactivated_at is null`;

// The hash is compared again: a password changed in the meantime opens nothing.
const OPEN = `
  insert into session (id, customer_id, branch_id, user_id, token_hash, expires_at)
  select $1, customer_id, branch_id, id, $4, now() + interval '${WHOLE}' from user_account
  where id = $2 and password_hash = $3 and deactivated_at is null
  returning expires_at as "expiresAt"`;

const END = `update session set ended_at = now() where id = $1 and ended_at is null`;

const RENEW_HASH = `update user_account set password_hash = $3 where id = $1 and password_hash = $2`;
