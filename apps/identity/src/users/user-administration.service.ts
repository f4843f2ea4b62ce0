import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type Tx, type UnitOfWork, isId } from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import { roleOf } from '../roles/role.service';
import { endSessionsOf } from '../sessions/end-sessions';
import { revokeTokensOf } from '../tokens/one-time-token';
import { type LastAdministrator, keepsAnAdministrator, lockPeopleOf } from './administrators';
import { erasePerson } from './erase-person';
import { emitPeopleChanged } from './person.events';
import { type PersonalData, personalDataProblems, trimmed } from './personal-data';
import { sendResetLink } from './reset-link';
import { type RightsRefused, decideRights } from './rights-change';
import { tellOfRights } from './rights-letter';
import { stillActing } from './still-acting';
import { type UserAction, refusalOf } from './user-actions.policy';
import type { ActionRefused, UserNotFound } from './user.errors';
import { visibleTo } from './user.policy';
import { USER_COLUMNS, USER_TABLES, type UserRow } from './user.row';

/** Who was acted on, or why nothing happened. */
export type UserOutcome<Failure = never> = Result<
  { readonly userId: string },
  UserNotFound | ActionRefused | Failure
>;

export interface NewRights {
  readonly userId: string;
  readonly roleId: string;
  /** names of rights on top of the role, as sent */
  readonly grantedRights: readonly string[];
}

/** A person under the lock, and the actor with the rights that he has left. */
interface Case {
  readonly actor: Actor;
  readonly person: UserRow & { readonly customerId: string };
}

/**
 * What administrators do to the accounts of others (R23-R25). Each runs under the one lock over the organisation's
 * people, looks again at who acts on whom, and leaves the organisation an administrator.
 */
export class UserAdministration {
  constructor(
    private readonly work: UnitOfWork,
    private readonly letters: Letters,
  ) {}

  /** Gives another role and other rights on top; the person's sessions end and he is told. */
  updateRights(actor: Actor, input: NewRights): Promise<UserOutcome<RightsRefused | LastAdministrator>> {
    return this.act(actor, 'change-rights', input.userId, async (tx, { actor: now, person }) => {
      const role = await roleOf(tx, person, input.roleId);
      const decided = decideRights(now, person, role, input.grantedRights);
      if (!decided.ok) return decided;
      const { roleId, grantedRights, added, removed } = decided.value;
      const same =
        roleId === person.roleId && [...person.grantedRights].sort().join() === grantedRights.join();
      if (same || !role) return ok(undefined);
      await tx.query(SET_RIGHTS, [person.id, roleId, grantedRights]);
      await emitPeopleChanged(tx, [person.id]);
      await endSessionsOf(tx, person.id, null);
      if (person.state !== 'DEACTIVATED')
        await tellOfRights(tx, this.letters, now, person, { roleName: role.name, added, removed });
      audit(tx, 'user.rights-changed', person, {
        roleFrom: person.roleId,
        roleTo: roleId,
        grantedFrom: [...person.grantedRights],
        grantedTo: [...grantedRights],
      });
      return ok(undefined);
    });
  }

  /** Corrects name and telephone number (R17: at first the person gave them); the mail address stays the person's. */
  updateData(
    actor: Actor,
    userId: string,
    typed: PersonalData,
  ): Promise<UserOutcome<RightsRefused | LastAdministrator>> {
    return this.act(actor, 'update', userId, async (tx, { person }) => {
      const problems = personalDataProblems(typed);
      if (problems.length > 0) return err({ code: 'INVALID_INPUT' as const, problems });
      const { firstName, lastName, phone } = trimmed(typed);
      const changed = await tx.query(SET_DATA, [person.id, firstName, lastName, phone]);
      if (changed.length > 0) audit(tx, 'profile.changed', person);
      return ok(undefined);
    });
  }

  /** From the next request on the person cannot sign in; sessions and links end, everything else stays. */
  deactivate(actor: Actor, userId: string): Promise<UserOutcome<LastAdministrator>> {
    return this.act(actor, 'deactivate', userId, async (tx, { person }) => {
      await tx.query(DEACTIVATE, [person.id]);
      await emitPeopleChanged(tx, [person.id]);
      await endSessionsOf(tx, person.id, null);
      await revokeTokensOf(tx, person.id);
      audit(tx, 'user.deactivated', person);
      return ok(undefined);
    });
  }

  reactivate(actor: Actor, userId: string): Promise<UserOutcome<LastAdministrator>> {
    return this.act(actor, 'reactivate', userId, async (tx, { person }) => {
      await tx.query(REACTIVATE, [person.id]);
      await emitPeopleChanged(tx, [person.id]);
      audit(tx, 'user.reactivated', person);
      return ok(undefined);
    });
  }

  /** Erases everything personal; past requests and orders keep a pseudonym. */
  erase(actor: Actor, userId: string): Promise<UserOutcome<LastAdministrator>> {
    return this.act(actor, 'erase', userId, async (tx, { person }) => {
      await erasePerson(tx, this.letters, person.id);
      return ok(undefined);
    });
  }

  /** The person gets a link to set a new password; nobody else ever sees it (R24). */
  sendPasswordReset(actor: Actor, userId: string): Promise<UserOutcome<LastAdministrator>> {
    return this.act(actor, 'reset-password', userId, async (tx, { person }) => {
      const [justSent] = await tx.query(JUST_SENT, [person.id]);
      if (justSent) return err({ code: 'RESET_JUST_SENT' as const });
      await sendResetLink(tx, this.letters, person);
      audit(tx, 'password.reset-requested', person);
      return ok(undefined);
    });
  }

  /** Locks, looks, decides, changes, and undoes the change that would leave nobody to manage users. */
  private act<Failure>(
    actor: Actor,
    action: UserAction,
    userId: string,
    change: (tx: Tx, of: Case) => Promise<Result<undefined, Failure>>,
  ): Promise<UserOutcome<Failure | LastAdministrator>> {
    return this.work.write(actor, async (tx): Promise<UserOutcome<Failure | LastAdministrator>> => {
      const customerId = await customerOf(tx, actor, userId);
      if (customerId) await lockPeopleOf(tx, customerId);
      const now = await stillActing(tx, actor);
      const person = await findVisible(tx, now, userId);
      if (!person) return err({ code: 'USER_NOT_FOUND' });
      const refusal = refusalOf(now, action, person);
      if (refusal !== null) return err({ code: refusal });
      if (person.customerId === null) return err({ code: 'ACTION_NOT_ALLOWED' });
      const changed = await change(tx, { actor: now, person: { ...person, customerId: person.customerId } });
      if (!changed.ok) return changed;
      const kept = isAdministrator(person)
        ? await keepsAnAdministrator(tx, person.customerId)
        : ok(undefined);
      return kept.ok ? ok({ userId: person.id }) : kept;
    });
  }
}

/** Whether the organisation counts on this person to manage its users. */
function isAdministrator({ state, roleRights, grantedRights }: UserRow): boolean {
  return state === 'ACTIVE' && [...roleRights, ...grantedRights].includes('user:manage');
}

async function customerOf(tx: Tx, actor: Actor, userId: string): Promise<string | null> {
  if (actor.customerId !== null) return actor.customerId;
  return (await findVisible(tx, actor, userId))?.customerId ?? null;
}

async function findVisible(tx: Tx, actor: Actor, userId: string): Promise<UserRow | null> {
  if (!isId(userId)) return null;
  const { column, is } = visibleTo(actor);
  const [row] = await tx.query<UserRow>(
    `select ${USER_COLUMNS} from ${USER_TABLES} where person.${column} = $1 and person.id = $2`,
    [is, userId],
  );
  return row ?? null;
}

function audit(
  tx: Tx,
  action: Parameters<Tx['audit']>[0]['action'],
  { id, customerId, branchId }: UserRow,
  facts: Parameters<Tx['audit']>[0]['facts'] = {},
): void {
  tx.audit({ action, target: { kind: 'user', id }, facts, of: { customerId, branchId } });
}

const SET_DATA = `
  update user_account set first_name = $2, last_name = $3, phone = $4
  where id = $1 and (first_name, last_name, phone) is distinct from ($2, $3, $4) returning id`;

const SET_RIGHTS = `update user_account set role_id = $2, granted_rights = $3 where id = $1`;

const DEACTIVATE = `update user_account set deactivated_at = now() where id = $1`;

const REACTIVATE = `update user_account set deactivated_at = null where id = $1`;

/** Letters cost the reader's patience: one link a minute is enough, and nobody fills a mailbox with them. */
const JUST_SENT = `
  select 1 from one_time_token
  where purpose = 'reset-password' and subject = $1 and created_at > now() - interval '1 minute' limit 1`;
