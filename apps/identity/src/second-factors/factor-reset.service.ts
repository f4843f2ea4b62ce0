import { type Result, err, ok } from '@platen/kernel';
import type { Actor, Tx, UnitOfWork } from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import { endSessionsOf } from '../sessions/end-sessions';
import { managedAmong } from '../sessions/managed-people';
import type { UserNotFound } from '../users/user.errors';
import { ownFactors } from './added-factor';
import { lockFactorsOf, noteFactorChange } from './factor-change';

/** Nobody takes his own factors away like this: his own page asks for the password, this does not. */
export interface OwnFactors {
  readonly code: 'OWN_ACCOUNT';
}

/** Who looks after people helps those who lost the phone and the recovery codes (threats C21). */
export class FactorResetService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly letters: Letters,
  ) {}

  /**
   * Takes every factor of a person away, signs him out everywhere and tells him by mail. Where a factor is demanded
   * he can do nothing before he has added a new one. Without a factor nothing happens, and nobody is told.
   */
  async reset(actor: Actor, userId: string): Promise<Result<string, UserNotFound | OwnFactors>> {
    return this.work.write(actor, async (tx) => {
      const [managed] = await managedAmong(tx, actor, [userId]);
      if (!managed) return err({ code: 'USER_NOT_FOUND' } as const);
      const { id, ...of } = managed;
      if (id === actor.id) return err({ code: 'OWN_ACCOUNT' } as const);
      if (!(await forgetFactors(tx, id))) return ok(id);
      await endSessionsOf(tx, id, null);
      tx.audit({ action: 'second-factor.removed', target: { kind: 'user', id }, facts: { all: true }, of });
      await noteFactorChange(tx, this.letters, id, 'ALL_REMOVED');
      return ok(id);
    });
  }
}

/** Locks as the second step of a sign-in does: first the challenges, then the account. @returns whether one was there */
async function forgetFactors(tx: Tx, userId: string): Promise<boolean> {
  await tx.query('delete from sign_in_challenge where user_id = $1', [userId]);
  await lockFactorsOf(tx, userId);
  const { since } = await ownFactors(tx, userId);
  if (since === null) return false;
  for (const statement of FORGET) await tx.query(statement, [userId]);
  return true;
}

const FORGET = [
  'delete from passkey_challenge where user_id = $1',
  'delete from passkey where user_id = $1',
  'delete from authenticator_app where user_id = $1',
  'delete from recovery_code where user_id = $1',
];
