import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type Tx, type UnitOfWork, isId, once } from '@platen/platform';
import {
  type LastAdministrator,
  keepsAStaffAdministrator,
  keepsAnAdministrator,
  lockPeopleOf,
  lockStaffOf,
} from '../users/administrators';
import { emitPeopleOfRoleChanged } from '../users/person.events';
import { stillActing } from '../users/still-acting';
import type { InvalidRole, RoleInUse, RoleNotFound, RoleRefused } from './role.errors';
import { type RoleOwner, managesRolesOf, rolesVisibleTo, sideOf } from './role.policy';
import type { RoleRow } from './role.row';
import { rolesOf } from './role.service';
import { KEY_LENGTH, MAX_ROLES, type WantedRole, problemsOf, roleNameOf, roleRightsOf } from './role-input';
import { givenNames, isGivenName } from './role-rights';

/** Which role it was about. */
export interface RoleChanged {
  readonly roleId: string;
}

/** The owner's roles under the lock, and the actor with the rights that he has left. */
interface Case {
  readonly actor: Actor;
  readonly owner: RoleOwner;
  readonly roles: readonly RoleRow[];
}

/**
 * Makes, changes and deletes the roles of an organisation, or of a branch's staff (R25). Under the lock over their
 * people, because a role's rights are theirs: taking one away takes it from all of them.
 */
export class RoleEditing {
  constructor(private readonly work: UnitOfWork) {}

  create(
    actor: Actor,
    wanted: WantedRole & { readonly idempotencyKey: string },
  ): Promise<Result<RoleChanged, RoleRefused | InvalidRole | IdempotencyConflict>> {
    type Outcome = Result<RoleChanged, RoleRefused | InvalidRole>;
    const { idempotencyKey: key } = wanted;
    if (key.length < KEY_LENGTH.min || key.length > KEY_LENGTH.max)
      return Promise.resolve(invalid([{ path: 'idempotencyKey', code: 'KEY_LENGTH', values: KEY_LENGTH }]));
    return this.edit(actor, (tx, { actor: now, owner, roles }) =>
      once(tx, actor, { operation: 'createRole', key, input: wanted }, async (): Promise<Outcome> => {
        if (roles.length >= MAX_ROLES)
          return invalid([{ path: 'name', code: 'TOO_MANY_ROLES', values: { max: MAX_ROLES } }]);
        const problems = problemsOf(now, owner, wanted, roles, []);
        if (problems.length > 0) return invalid(problems);
        const rights = roleRightsOf(owner, wanted);
        const [made] = await tx.query<{ id: string }>(INSERT, [
          owner.customerId,
          owner.branchId,
          roleNameOf(wanted.name),
          rights,
        ]);
        if (!made) throw new Error('A role was inserted without an id.');
        audit(tx, 'role.created', { id: made.id, ...owner }, { rights });
        return ok({ roleId: made.id });
      }),
    );
  }

  /** Everybody who has it has the new rights from his next request on. */
  update(
    actor: Actor,
    roleId: string,
    wanted: WantedRole,
  ): Promise<Result<RoleChanged, RoleNotFound | RoleRefused | InvalidRole | LastAdministrator>> {
    type Outcome = Result<RoleChanged, RoleNotFound | RoleRefused | InvalidRole | LastAdministrator>;
    return this.edit(actor, async (tx, { actor: now, owner, roles }): Promise<Outcome> => {
      const role = roles.find(({ id }) => id === roleId.toLowerCase());
      if (!role) return err({ code: 'ROLE_NOT_FOUND' });
      if (isGivenName(sideOf(owner), role.name)) return err({ code: 'ROLE_GIVEN' });
      const others = roles.filter((other) => other !== role);
      const problems = problemsOf(now, owner, wanted, others, role.rights);
      if (problems.length > 0) return invalid(problems);
      const rights = roleRightsOf(owner, wanted);
      const adds = rights.some((right) => !role.rights.includes(right));
      if (adds && (await isOwnRole(tx, now, role.id))) return err({ code: 'OWN_ROLE' });
      await tx.query(UPDATE, [role.id, roleNameOf(wanted.name), rights]);
      await emitPeopleOfRoleChanged(tx, role.id);
      audit(tx, 'role.changed', role, { rightsFrom: [...role.rights], rightsTo: rights });
      const kept = await keepsSomebody(tx, role);
      return kept.ok ? ok({ roleId: role.id }) : kept;
    });
  }

  /** Refused while somebody has it or is invited with it. */
  delete(actor: Actor, roleId: string): Promise<Result<RoleChanged, RoleNotFound | RoleRefused | RoleInUse>> {
    type Outcome = Result<RoleChanged, RoleNotFound | RoleRefused | RoleInUse>;
    return this.edit(actor, async (tx, { owner, roles }): Promise<Outcome> => {
      const role = roles.find(({ id }) => id === roleId.toLowerCase());
      if (!role) return err({ code: 'ROLE_NOT_FOUND' });
      if (isGivenName(sideOf(owner), role.name)) return err({ code: 'ROLE_GIVEN' });
      // From here on nobody can be given it or invited with it.
      await tx.query(TAKE, [role.id]);
      const [use] = await tx.query<{ people: number; invitations: number }>(USE, [role.id]);
      if (!use || use.people + use.invitations > 0)
        return err({ code: 'ROLE_IN_USE', people: use?.people ?? 0, invitations: use?.invitations ?? 0 });
      await tx.query(MOVE_FORMER, [role.id, leastOf(owner, roles)]);
      await tx.query(DELETE, [role.id]);
      audit(tx, 'role.deleted', role, { rights: [...role.rights] });
      return ok({ roleId: role.id });
    });
  }

  private edit<Value, Failure>(
    actor: Actor,
    change: (tx: Tx, of: Case) => Promise<Result<Value, Failure | RoleRefused>>,
  ): Promise<Result<Value, Failure | RoleRefused>> {
    return this.work.write(actor, async (tx): Promise<Result<Value, Failure | RoleRefused>> => {
      const owner = rolesVisibleTo(actor, null);
      if (!owner) return err({ code: 'ROLES_NOT_YOURS' });
      if (owner.customerId === null) await lockStaffOf(tx, owner.branchId);
      else await lockPeopleOf(tx, owner.customerId);
      const now = await stillActing(tx, actor);
      if (!managesRolesOf(now, owner)) return err({ code: 'ROLES_NOT_YOURS' });
      return change(tx, { actor: now, owner, roles: await rolesOf(tx, owner) });
    });
  }
}

function invalid(problems: InvalidRole['problems']): Result<never, InvalidRole> {
  return err({ code: 'INVALID_INPUT', problems });
}

/** A role that lost no right of administration needs no look at all people. */
function keepsSomebody(tx: Tx, role: RoleRow): Promise<Result<undefined, LastAdministrator>> {
  if (role.customerId === null)
    return role.rights.includes('staff:manage')
      ? keepsAStaffAdministrator(tx, role.branchId)
      : Promise.resolve(ok(undefined));
  return role.rights.includes('user:manage')
    ? keepsAnAdministrator(tx, role.customerId)
    : Promise.resolve(ok(undefined));
}

async function isOwnRole(tx: Tx, actor: Actor, roleId: string): Promise<boolean> {
  if (!actor.id || !isId(actor.id)) return false;
  const [own] = await tx.query('select 1 from user_account where id = $1 and role_id = $2', [
    actor.id,
    roleId,
  ]);
  return own !== undefined;
}

/** The given role to which those move who are nothing but a pseudonym any more, and sign in never again. */
function leastOf(owner: RoleOwner, roles: readonly RoleRow[]): string | null {
  const least = sideOf(owner) === 'customer' ? 'Member' : givenNames('staff')[0];
  return roles.find(({ name }) => name === least)?.id ?? null;
}

function audit(
  tx: Tx,
  action: 'role.created' | 'role.changed' | 'role.deleted',
  { id, customerId, branchId }: RoleOwner & { readonly id: string },
  facts: Record<string, string[]>,
): void {
  tx.audit({ action, target: { kind: 'role', id }, facts, of: { customerId, branchId } });
}

const INSERT = `insert into role (customer_id, branch_id, name, rights) values ($1, $2, $3, $4) returning id`;

const UPDATE = `update role set name = $2, rights = $3 where id = $1`;

const TAKE = `select from role where id = $1 for update`;

const USE = `
  select (select count(*)::int from user_account where role_id = $1 and erased_at is null) as people,
         (select count(*)::int from invitation
          where role_id = $1 and accepted_at is null and revoked_at is null and expires_at > now()) as invitations`;

const MOVE_FORMER = `update user_account set role_id = $2 where role_id = $1 and erased_at is not null`;

const DELETE = `delete from role where id = $1`;
