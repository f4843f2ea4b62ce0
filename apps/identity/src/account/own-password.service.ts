import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type Tx, type UnitOfWork, system } from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import { endSessionsOf } from '../sessions/end-sessions';
import { attemptSubjects, countAttempt, forgiveAttempt } from '../sessions/sign-in-attempts';
import { type OneTimeToken, findToken, revokeTokens, useToken } from '../tokens/one-time-token';
import type { CurrentPassword } from '../users/current-password';
import { normalEmail } from '../users/email-address';
import { checkPassword, findPasswordOwner } from '../users/password-rules';
import type { Passwords } from '../users/passwords';
import type { ChangePasswordFailure, RequestResetFailure, SetPasswordFailure } from './own-password.errors';
import { sendPasswordReset } from './own-password.jobs';
import { findReader, tellPasswordChanged } from './reader';

export interface ChangePassword {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly clientAddress: string | null;
}

export interface RequestReset {
  readonly email: string;
  readonly clientAddress: string | null;
}

export interface SetPassword {
  readonly token: string;
  readonly password: string;
  readonly clientAddress: string | null;
}

/** What a person does with his own password; nobody else ever does (R2). */
export class OwnPasswordService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly current: CurrentPassword,
    private readonly letters: Letters,
  ) {}

  /** R3. All other sessions end, links that were under way die, and a letter says so (C26). */
  async change(actor: Actor, input: ChangePassword): Promise<Result<undefined, ChangePasswordFailure>> {
    const id = actor.id ?? '';
    // A transaction of its own, closed before anything is hashed: shared reads would keep their connection.
    const owner = await this.work.write(actor, (tx) => findPasswordOwner(tx, id));
    if (!owner) return err({ code: 'WRONG_PASSWORD' });
    const fit = await checkPassword(input.newPassword, owner);
    if (!fit.ok) return fit;
    const confirmed = await this.current.confirm(actor, input.currentPassword, input.clientAddress);
    if (!confirmed.ok) return confirmed;
    if (input.newPassword === input.currentPassword) return err({ code: 'PASSWORD_SAME' });
    const renewed = await this.passwords.hash(input.newPassword);
    return this.work.write(actor, async (tx) => {
      const changed = await tx.query(CHANGE, [id, confirmed.value.passwordHash, renewed]);
      if (changed.length === 0) return err({ code: 'WRONG_PASSWORD' });
      await this.afterwards(tx, id, actor.sessionId);
      tx.audit({ action: 'password.changed', target: { kind: 'user', id } });
      return ok(undefined);
    });
  }

  /**
   * R4. For an address without account the same answer by the same statements (C23): whether there is anybody to
   * write to is found out here, but acted on by a job after the answer has left.
   */
  async requestReset(actor: Actor, input: RequestReset): Promise<Result<undefined, RequestResetFailure>> {
    const email = normalEmail(input.email);
    if (!email.ok) return email;
    const subjects = attemptSubjects(email.value, input.clientAddress, 'reset');
    return this.work
      .write(system(actor.requestId), async (tx) => {
        const retryAt = await countAttempt(tx, subjects);
        const [person] = await tx.query<{ id: string }>(FIND_BY_EMAIL, [email.value]);
        const userId = retryAt ? null : (person?.id ?? null);
        tx.enqueue(sendPasswordReset, { userId });
        return retryAt;
      })
      .then((retryAt) => (retryAt ? err({ code: 'TOO_MANY_ATTEMPTS', retryAt }) : ok(undefined)));
  }

  /**
   * R2, R4, R24: by a link from a mail, also for somebody who never had a password. Opens no session: the person
   * signs in with it, second factor included. Of any number that use one link at once, one succeeds.
   */
  async set(actor: Actor, input: SetPassword): Promise<Result<undefined, SetPasswordFailure>> {
    const asSystem = system(actor.requestId);
    const owner = await this.work.write(asSystem, async (tx) => {
      const found = await findToken(tx, 'reset-password', input.token);
      return found?.userId ? findPasswordOwner(tx, found.userId) : null;
    });
    if (!owner) return err({ code: 'LINK_INVALID' });
    const fit = await checkPassword(input.password, owner);
    if (!fit.ok) return fit;
    const passwordHash = await this.passwords.hash(input.password);
    return this.work.write(asSystem, async (tx) => {
      const used = await useToken(tx, 'reset-password', input.token);
      const id = used?.userId;
      if (!id || (await tx.query(SET, [id, passwordHash])).length === 0) return err({ code: 'LINK_INVALID' });
      await this.afterwards(tx, id, null);
      await forgiveAttempt(tx, attemptSubjects(owner.email, input.clientAddress));
      tx.audit(resetNote(id, used));
      return ok(undefined);
    });
  }

  /**
   * Links that a thief may have asked for die with the password he knew. The one that undoes a change of address
   * lives on: it is how the owner gets his account back.
   */
  private async afterwards(tx: Tx, id: string, sessionId: string | null): Promise<void> {
    for (const purpose of ['reset-password', 'confirm-email'] as const) await revokeTokens(tx, purpose, id);
    await endSessionsOf(tx, id, sessionId);
    const reader = await findReader(tx, id);
    if (reader) await tellPasswordChanged(tx, this.letters, reader);
  }
}

function resetNote(id: string, { customerId, branchId }: OneTimeToken) {
  return {
    action: 'password.reset',
    target: { kind: 'user', id },
    by: { kind: customerId ? 'user' : 'staff', id },
    of: { customerId, branchId },
  } as const;
}

// The hash is compared again: of two changes at once the second finds another password than it confirmed.
const CHANGE = `
  update user_account set password_hash = $3
  where id = $1 and password_hash = $2 and deactivated_at is null returning id`;

const SET = `update user_account set password_hash = $2 where id = $1 and deactivated_at is null returning id`;

const FIND_BY_EMAIL = `select id from user_account where email_folded = lower($1) and deactivated_at is null`;
