import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type Tx, type UnitOfWork, mailAddressHash } from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import type { TooManyAttempts } from '../sessions/sign-in.errors';
import { type LastAdministrator, keepsAnAdministrator, lockPeopleOf } from '../users/administrators';
import type { CurrentPassword, WrongPassword } from '../users/current-password';
import { erasePerson } from '../users/erase-person';
import { myDataQueries } from './my-data.sql';

/** Staff are employed by the branch, which keeps and ends their accounts. */
export interface StaffAccount {
  readonly code: 'STAFF_ACCOUNT';
}

export type EraseFailure = WrongPassword | TooManyAttempts | LastAdministrator | StaffAccount;

export interface EraseMyAccount {
  readonly currentPassword: string;
  readonly clientAddress: string | null;
}

/** What is stored of a person, and its end, at his own word (threats C41). */
export class MyDataService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly current: CurrentPassword,
    private readonly letters: Letters,
  ) {}

  /** Everything that identity stores of the actor, as indented JSON. Secrets are said to exist, and not shown. */
  async export(actor: Actor): Promise<string> {
    return this.work.write(actor, async (tx) => {
      const data = await readAll(tx, actor.id ?? '');
      tx.audit({ action: 'personal-data.exported', target: { kind: 'user', id: actor.id ?? '' } });
      return JSON.stringify(data, null, 2);
    });
  }

  /** Cannot be taken back, so it asks for the password; never the last administrator, even if two go at once. */
  async erase(actor: Actor, input: EraseMyAccount): Promise<Result<undefined, EraseFailure>> {
    const { id, customerId } = actor;
    if (!id || !customerId) return err({ code: 'STAFF_ACCOUNT' });
    const confirmed = await this.current.confirm(actor, input.currentPassword, input.clientAddress);
    if (!confirmed.ok) return confirmed;
    return this.work.write(actor, async (tx) => {
      await lockPeopleOf(tx, customerId);
      const managed = await keepsAnAdministrator(tx, customerId);
      await erasePerson(tx, this.letters, id);
      // An organisation that had none before loses none by this.
      return managed.ok ? keepsAnAdministrator(tx, customerId) : ok(undefined);
    });
  }
}

async function readAll(tx: Tx, userId: string): Promise<Record<string, unknown>> {
  const [account] = await tx.query<{ email: string }>(myDataQueries.account, [userId]);
  const data: Record<string, unknown> = { account };
  for (const [part, sql] of Object.entries(myDataQueries.parts)) data[part] = await tx.query(sql, [userId]);
  data.mails = await tx.query(myDataQueries.mails, [mailAddressHash(account?.email ?? '')]);
  return data;
}
