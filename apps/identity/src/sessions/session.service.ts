import { type Clock, type Result, err, ok } from '@platen/kernel';
import { type Actor, type ActorAccess, type UnitOfWork, system } from '@platen/platform';
import { normalEmail } from '../users/email-address';
import type { Compare, Passwords } from '../users/passwords';
import { type OpenedSession, type SignInPlace, enter, openSession, passwordDigest } from './open-session';
import { MAY_SIGN_IN } from './may-sign-in';
import type { SecondStepAsked, SecondStepService } from './second-step.service';
import { endBrowserSession } from './end-sessions';
import { type AttemptSubjects, attemptSubjects, countAttempt, forgiveAttempt } from './sign-in-attempts';
import type { TooManyAttempts, WrongCredentials } from './sign-in.errors';

export interface SignIn extends SignInPlace {
  readonly email: string;
  /** compared exactly as typed */
  readonly password: string;
}

/** What the sign-in needs of an account. */
interface Account {
  readonly id: string;
  readonly branchId: string;
  readonly customerId: string | null;
  /** null: none was set yet, or the account was deactivated */
  readonly passwordHash: string | null;
  readonly hasFactor: boolean;
}

/** One whose password was right. */
type KnownAccount = Account & { readonly passwordHash: string };

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
    private readonly secondStep: SecondStepService,
  ) {}

  /**
   * Opens a session, or asks who has a second factor for it. Ends the session that the same browser had, if any
   * (C26): a stolen token from before is worth nothing.
   */
  async signIn(
    actor: Actor,
    input: SignIn,
  ): Promise<Result<OpenedSession | SecondStepAsked, WrongCredentials | TooManyAttempts>> {
    const email = signInName(input.email);
    const subjects = attemptSubjects(email, input.clientAddress);
    const tried = await this.passwords.turn((compare) =>
      this.try(actor, subjects, { ...input, email }, compare),
    );
    if (tried === 'busy') return err({ code: 'SIGN_IN_BUSY', retryAt: this.soon() });
    if (!tried.ok) return tried;
    const account = tried.value;
    const passwordHash = await this.currentHash(actor, account.id, account.passwordHash, input.password);
    if (account.hasFactor)
      return ok(await this.secondStep.ask(actor, subjects, { ...account, passwordHash }));
    const opened = await this.open(actor, subjects, { ...account, passwordHash }, input);
    return opened ? ok(opened) : err({ code: 'WRONG_CREDENTIALS' });
  }

  /** Ends the actor's own session. Nothing to end is no failure. */
  async signOut(actor: Actor): Promise<void> {
    const { sessionId, branchId, customerId } = actor;
    if (!sessionId) return;
    await this.work.write(system(actor.requestId), async (tx) => {
      if (!(await endBrowserSession(tx, sessionId))) return;
      const target = { kind: 'session', id: sessionId };
      tx.audit({ action: 'session.ended', target, by: actor, of: { branchId, customerId } });
    });
  }

  /** Counted before it is compared (C22), and all of it in one turn, so that a flood leaves the database to others. */
  private async try(
    actor: Actor,
    subjects: AttemptSubjects,
    { email, password }: SignIn,
    compare: Compare,
  ): Promise<Result<KnownAccount, WrongCredentials | TooManyAttempts>> {
    const { retryAt, account } = await this.begin(actor, subjects, email);
    if (retryAt) return err({ code: 'TOO_MANY_ATTEMPTS', retryAt });
    const right = await compare(account?.passwordHash ?? null, password);
    if (!right || !account?.passwordHash) return err(await this.refuse(actor, account));
    return ok({ ...account, passwordHash: account.passwordHash });
  }

  private begin(actor: Actor, subjects: AttemptSubjects, email: string) {
    return this.work.write(system(actor.requestId), async (tx) => {
      const retryAt = await countAttempt(tx, subjects);
      const [account] = await tx.query<Account>(FIND_ACCOUNT, [email]);
      return { retryAt, account };
    });
  }

  private soon(): Date {
    return new Date(this.clock.now().getTime() + BUSY_FOR_MS);
  }

  /** Written down alike for names that nobody has, so that neither answer nor work tells (C23). */
  private async refuse(actor: Actor, account: Account | undefined): Promise<WrongCredentials> {
    await this.work.write(system(actor.requestId), async (tx) =>
      tx.audit({
        action: 'session.refused',
        ...(account && { target: { kind: 'user', id: account.id } }),
        facts: { step: 'password' },
        by: { kind: 'anonymous', id: null },
        of: { branchId: account?.branchId ?? null, customerId: account?.customerId ?? null },
      }),
    );
    return { code: 'WRONG_CREDENTIALS' };
  }

  /** @returns null when the account was deactivated or got another password since it was read */
  private async open(
    actor: Actor,
    subjects: AttemptSubjects,
    account: { readonly id: string; readonly passwordHash: string },
    { clientAddress, userAgent }: SignInPlace,
  ): Promise<OpenedSession | null> {
    const written = await this.work.write(system(actor.requestId), async (tx) => {
      const opened = await openSession(tx, actor, {
        userId: account.id,
        passwordDigest: passwordDigest(account.passwordHash),
        method: 'password',
        clientAddress,
        userAgent,
      });
      if (opened) await forgiveAttempt(tx, subjects);
      return opened;
    });
    return written && enter(this.access, actor, written);
  }

  /**
   * The only moment at which a password is known, so the moment at which its hash can grow with the times (C20).
   * @returns the hash that is stored from now on
   */
  private async currentHash(actor: Actor, id: string, stored: string, password: string): Promise<string> {
    if (!this.passwords.isOutdated(stored)) return stored;
    const renewed = await this.passwords.hash(password);
    await this.work.write(system(actor.requestId), (tx) => tx.query(RENEW_HASH, [id, stored, renewed]));
    return renewed;
  }
}

/** What is looked for, in the one form that is kept; what is no address is nobody's, and PostgreSQL knows no NUL. */
function signInName(typed: string): string {
  const email = normalEmail(typed);
  return email.ok ? email.value : typed.slice(0, 320).replaceAll('\0', '');
}

// Somebody who may not sign in is found, for the log of his organisation, and compared like nobody.
const FIND_ACCOUNT = `
  select id, branch_id as "branchId", customer_id as "customerId", second_factor_since is not null as "hasFactor",
         case when ${MAY_SIGN_IN} then password_hash end as "passwordHash"
  from user_account where email_folded = lower($1)`;

const RENEW_HASH = `update user_account set password_hash = $3 where id = $1 and password_hash = $2`;
