import { type Clock, type Result, err, ok } from '@platen/kernel';
import { type Actor, type Tx, type UnitOfWork, system } from '@platen/platform';
import { attemptSubjects, countAttempt, forgiveAttempt, withdrawAttempt } from '../sessions/sign-in-attempts';
import type { TooManyAttempts } from '../sessions/sign-in.errors';
import type { Passwords } from './passwords';

/** The password typed beside a change is not the account's. */
export interface WrongPassword {
  readonly code: 'WRONG_PASSWORD';
}

/** What was compared: a change that follows compares it again, in case another one came first. */
export interface ConfirmedPassword {
  readonly passwordHash: string;
}

const BUSY_FOR_MS = 5_000;

/**
 * Asks for the password once more before something that a forgotten open session must not be enough for: another
 * password, another address, another second factor, the end of the account. Tries are counted like those to sign in,
 * apart from them, so that somebody at a stranger's keyboard can neither guess nor lock the owner out.
 */
export class CurrentPassword {
  constructor(
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  /** @param typed  compared exactly; somebody without a password is refused like one with another */
  async confirm(
    actor: Actor,
    typed: string,
    clientAddress: string | null,
  ): Promise<Result<ConfirmedPassword, WrongPassword | TooManyAttempts>> {
    const subjects = attemptSubjects(actor.id ?? 'nobody', clientAddress, 'confirm-password');
    const asSystem = system(actor.requestId);
    // Closed before anything is hashed: no connection waits for its turn with a core.
    const { retryAt, passwordHash } = await this.work.write(asSystem, async (tx) => ({
      retryAt: await countAttempt(tx, subjects),
      passwordHash: await findHash(tx, actor),
    }));
    if (retryAt) return err({ code: 'TOO_MANY_ATTEMPTS', retryAt });
    const verdict = await this.passwords.verify(passwordHash, typed);
    if (verdict === 'busy') {
      await this.work.write(asSystem, (tx) => withdrawAttempt(tx, subjects));
      return err({ code: 'SIGN_IN_BUSY', retryAt: new Date(this.clock.now().getTime() + BUSY_FOR_MS) });
    }
    if (verdict === 'wrong' || passwordHash === null) return err({ code: 'WRONG_PASSWORD' });
    await this.work.write(asSystem, (tx) => forgiveAttempt(tx, subjects));
    return ok({ passwordHash });
  }
}

async function findHash(tx: Tx, actor: Actor): Promise<string | null> {
  if (actor.kind !== 'user' && actor.kind !== 'staff') return null;
  const [account] = await tx.query<{ passwordHash: string | null }>(FIND, [actor.id]);
  return account?.passwordHash ?? null;
}

const FIND = `select password_hash as "passwordHash" from user_account where id = $1 and deactivated_at is null`;
