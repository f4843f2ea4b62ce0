import { type Result, err, ok } from '@platen/kernel';
import type { Actor, UnitOfWork } from '@platen/platform';
import type { FieldProblem } from '../users/invalid-input';
import { type PersonalData, personalDataProblems, trimmed } from '../users/personal-data';
import { selectUsers } from '../users/user.service';
import type { User } from '../users/user.row';

/** What only its owner sees of an account. */
export interface MyAccount {
  readonly waitingEmail: string | null;
  /** whether a letter says so when the machines change that he sees */
  readonly tellsDevicesChanged: boolean;
}

export interface ProfileRefused {
  readonly problems: readonly FieldProblem[];
}

/** Personal data as their owner sees and changes them (R7): inside the portal only, never on invoices (R8). */
export class ProfileService {
  constructor(private readonly work: UnitOfWork) {}

  /** @returns null for a system's key, and for who looks through somebody else's eyes: that is nobody else's business */
  async find(actor: Actor): Promise<MyAccount | null> {
    if (actor.viewedBy !== null || (actor.kind !== 'user' && actor.kind !== 'staff')) return null;
    const [account] = await this.work.read(actor, (tx) => tx.query<MyAccount>(MY_ACCOUNT, [actor.id]));
    return account ?? null;
  }

  /** Letters about safety and rights are not for choosing: whoever takes an account over would switch them off. */
  async tellDevicesChanged(actor: Actor, tell: boolean): Promise<void> {
    await this.work.write(actor, (tx) => tx.query(TELL_DEVICES_CHANGED, [actor.id, tell]));
  }

  async update(actor: Actor, typed: PersonalData): Promise<Result<User, ProfileRefused>> {
    const problems = personalDataProblems(typed);
    if (problems.length > 0) return err({ problems });
    const { firstName, lastName, phone } = trimmed(typed);
    const id = actor.id ?? '';
    return this.work.write(actor, async (tx) => {
      const changed = await tx.query(UPDATE, [id, firstName, lastName, phone]);
      if (changed.length > 0) tx.audit({ action: 'profile.changed', target: { kind: 'user', id } });
      const [user] = await selectUsers(tx, actor, [id]);
      return user ? ok(user) : err({ problems: [{ path: 'firstName', code: 'NOT_A_PERSON' }] });
    });
  }
}

// `confirm-email` carries the person as its subject; a link that can no longer be used waits for nothing.
const MY_ACCOUNT = `
  select (select facts->>'newEmail' from one_time_token
          where purpose = 'confirm-email' and subject = person.id::text
            and used_at is null and revoked_at is null and expires_at > now() limit 1) as "waitingEmail",
         person.notify_devices_changed as "tellsDevicesChanged"
  from user_account person where person.id = $1`;

const TELL_DEVICES_CHANGED = `update user_account set notify_devices_changed = $2 where id = $1`;

const UPDATE = `
  update user_account set first_name = $2, last_name = $3, phone = $4
  where id = $1 and (first_name, last_name, phone) is distinct from ($2, $3, $4) returning id`;
