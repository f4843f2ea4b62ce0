import { createHash, randomUUID } from 'node:crypto';
import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type Tx, type UnitOfWork, system } from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import { endSessionsOf } from '../sessions/end-sessions';
import { attemptSubjects, countAttempt } from '../sessions/sign-in-attempts';
import {
  type OneTimeToken,
  issueToken,
  revokeTokens,
  revokeTokensOf,
  useToken,
} from '../tokens/one-time-token';
import type { CurrentPassword } from '../users/current-password';
import { normalEmail } from '../users/email-address';
import { sendResetLink } from '../users/reset-link';
import type { ConfirmEmailFailure, RequestEmailChangeFailure } from './email-change.errors';
import { claimEmail } from './claim-email';
import { type Reader, findReader } from './reader';

export interface RequestEmailChange {
  readonly newEmail: string;
  readonly currentPassword: string;
  readonly clientAddress: string | null;
}

/** Moves an account to another address (R6, threats C25): asked for here, confirmed there, undone from where it was. */
export class EmailChangeService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly current: CurrentPassword,
    private readonly letters: Letters,
  ) {}

  /**
   * Writes to both addresses; until the new one is confirmed nothing changes. Whether another account has it already
   * is not said: who reads its mail is told when he confirms.
   * @returns the address as it will be kept and shown
   */
  async request(actor: Actor, input: RequestEmailChange): Promise<Result<string, RequestEmailChangeFailure>> {
    const email = normalEmail(input.newEmail);
    if (!email.ok) return email;
    const confirmed = await this.current.confirm(actor, input.currentPassword, input.clientAddress);
    if (!confirmed.ok) return confirmed;
    const retryAt = await this.countRequest(actor, input.clientAddress);
    if (retryAt) return err({ code: 'TOO_MANY_ATTEMPTS', retryAt });
    return this.work.write(actor, async (tx) => {
      const person = await findReader(tx, actor.id ?? '');
      if (!person) return err({ code: 'WRONG_PASSWORD' });
      if (person.email.toLowerCase() === email.value.toLowerCase()) return err({ code: 'EMAIL_SAME' });
      await this.askNew(tx, person, email.value);
      await this.tellOld(tx, person, email.value);
      tx.audit({ action: 'email.change-requested', target: { kind: 'user', id: person.id } });
      return ok(email.value);
    });
  }

  /** By the link in the mail to the new address. Of two accounts on their way to one address the first gets it. */
  async confirm(actor: Actor, token: string): Promise<Result<string, ConfirmEmailFailure>> {
    return claimEmail(() =>
      this.work.write(system(actor.requestId), async (tx) => {
        const used = await useToken(tx, 'confirm-email', token);
        const newEmail = used?.facts.newEmail;
        if (!used?.userId || !newEmail) return err({ code: 'LINK_INVALID' });
        const person = await changeEmail(tx, used.userId, newEmail);
        if (!person) return err({ code: 'LINK_INVALID' });
        await revokeTokens(tx, 'reset-password', person.id);
        await this.tellChanged(tx, person);
        tx.audit({ action: 'email.changed', ...by(person, used) });
        return ok(newEmail);
      }),
    );
  }

  /**
   * By the link in the mail to the old address, before the change or up to seven days after it. Who asked for it knew
   * the password: so that ends, with every session and every other link, and the old address gets a link to a new one.
   */
  async undo(actor: Actor, token: string): Promise<Result<string, ConfirmEmailFailure>> {
    return claimEmail(() =>
      this.work.write(system(actor.requestId), async (tx) => {
        const used = await useToken(tx, 'undo-email', token);
        const oldEmail = used?.facts.oldEmail;
        if (!used?.userId || !oldEmail) return err({ code: 'LINK_INVALID' });
        const person = await changeEmail(tx, used.userId, oldEmail);
        if (!person) return err({ code: 'LINK_INVALID' });
        await tx.query(FORGET_PASSWORD, [person.id]);
        await revokeTokensOf(tx, person.id);
        await endSessionsOf(tx, person.id, null);
        await sendResetLink(tx, this.letters, person);
        tx.audit({ action: 'email.change-undone', ...by(person, used) });
        return ok(oldEmail);
      }),
    );
  }

  /** Each request writes to an address that anybody may have typed, so none is forgiven. */
  private countRequest(actor: Actor, clientAddress: string | null): Promise<Date | null> {
    const subjects = attemptSubjects(actor.id ?? 'nobody', clientAddress, 'email-change');
    return this.work.write(system(actor.requestId), (tx) => countAttempt(tx, subjects));
  }

  private async askNew(tx: Tx, person: Reader, newEmail: string): Promise<void> {
    const token = await issueToken(tx, {
      ...ofPerson(person),
      purpose: 'confirm-email',
      subject: person.id,
      facts: { newEmail },
    });
    await this.letters.send(tx, `email-confirm ${randomUUID()}`, {
      ...letterTo(person),
      name: 'email-confirm',
      to: newEmail,
      link: { path: '/confirm-email', token },
    });
  }

  /**
   * A change after a change leaves the first one's way back alone: the subject names the address as well, so that a
   * thief cannot replace the owner's link by asking once more.
   */
  private async tellOld(tx: Tx, person: Reader, newEmail: string): Promise<void> {
    const address = createHash('sha256').update(person.email.toLowerCase()).digest('base64url');
    const token = await issueToken(tx, {
      ...ofPerson(person),
      purpose: 'undo-email',
      subject: `${person.id} ${address}`,
      facts: { oldEmail: person.email },
    });
    await this.letters.send(tx, `email-change-notice ${randomUUID()}`, {
      ...letterTo(person),
      name: 'email-change-notice',
      values: { newEmail },
      link: { path: '/undo-email', token },
    });
  }

  private async tellChanged(tx: Tx, person: Reader): Promise<void> {
    await this.letters.send(tx, `email-changed ${randomUUID()}`, {
      ...letterTo(person),
      name: 'email-changed',
    });
  }
}

async function changeEmail(tx: Tx, userId: string, email: string): Promise<Reader | null> {
  await tx.query(CHANGE, [userId, email]);
  return findReader(tx, userId);
}

const ofPerson = ({ id, branchId, customerId }: Reader) => ({ userId: id, branchId, customerId });

const letterTo = ({ id: _id, email, ...of }: Reader) => ({ ...of, to: email });

function by({ id, customerId }: Reader, { branchId }: OneTimeToken) {
  return {
    target: { kind: 'user', id },
    by: { kind: customerId ? 'user' : 'staff', id },
    of: { customerId, branchId },
  } as const;
}

const CHANGE = `update user_account set email = $2 where id = $1 and deactivated_at is null`;

const FORGET_PASSWORD = `update user_account set password_hash = null where id = $1`;
