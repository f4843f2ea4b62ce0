import type { Locale, Right } from '@platen/contracts';
import type { Actor } from '@platen/platform';
import { rightOf } from '../roles/role-rights';
import { sideOf } from '../roles/role.policy';
import { type Role, type RoleRow, toRole } from '../roles/role.row';
import { pseudonymOf } from './pseudonym';
import { canDo } from './user-actions.policy';
import { USER_STATE, type UserState } from './user-state';

/** A person as he is stored, with his role. */
export interface UserRow {
  readonly id: string;
  readonly branchId: string;
  readonly customerId: string | null;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string | null;
  readonly locale: Locale;
  readonly roleId: string;
  readonly roleName: string;
  readonly roleRights: readonly string[];
  readonly grantedRights: readonly string[];
  readonly invitedById: string | null;
  readonly createdAt: Date;
  readonly lastSignedInAt: Date | null;
  readonly hasSecondFactor: boolean;
  readonly state: UserState;
}

/** A user as those who may see him see him. */
export interface User extends Omit<UserRow, 'roleRights' | 'grantedRights'> {
  readonly role: Role;
  /** given on top of the role */
  readonly grantedRights: readonly Right[];
  /** all of them, from the role and on top */
  readonly rights: readonly Right[];
  readonly viewerCanUpdate: boolean;
  readonly viewerCanChangeRights: boolean;
  readonly viewerCanDeactivate: boolean;
  readonly viewerCanReactivate: boolean;
  readonly viewerCanErase: boolean;
  readonly viewerCanResetPassword: boolean;
}

/** Somebody who was erased has a pseudonym for a name, and nothing else. */
export function toUser({ roleRights, ...row }: UserRow, actor: Actor): User {
  const role = toRole(roleOfPerson({ ...row, roleRights }), actor);
  const grantedRights = row.grantedRights
    .map((name) => rightOf(sideOf(row), name))
    .filter((right) => right !== undefined);
  const name =
    row.state === 'ERASED' ? { firstName: pseudonymOf(actor.locale, row.id), lastName: '', email: '' } : {};
  return {
    ...row,
    ...name,
    role,
    grantedRights,
    rights: [...new Set([...role.rights, ...grantedRights])].sort(),
    viewerCanUpdate: canDo(actor, 'update', row),
    viewerCanChangeRights: canDo(actor, 'change-rights', row),
    viewerCanDeactivate: canDo(actor, 'deactivate', row),
    viewerCanReactivate: canDo(actor, 'reactivate', row),
    viewerCanErase: canDo(actor, 'erase', row),
    viewerCanResetPassword: canDo(actor, 'reset-password', row),
  };
}

function roleOfPerson({ roleId, roleName, roleRights, branchId, customerId }: UserRow): RoleRow {
  return { id: roleId, name: roleName, rights: roleRights, branchId, customerId };
}

/** What is selected from `${USER_TABLES}` for a row. */
export const USER_COLUMNS = `
  person.id, person.branch_id as "branchId", person.customer_id as "customerId", person.email,
  person.first_name as "firstName", person.last_name as "lastName", person.phone, person.locale,
  person.role_id as "roleId", role.name as "roleName", role.rights as "roleRights",
  person.granted_rights as "grantedRights", person.invited_by as "invitedById", person.created_at as "createdAt",
  person.last_signed_in_at as "lastSignedInAt", person.second_factor_since is not null as "hasSecondFactor",
  ${USER_STATE} as state`;

export const USER_TABLES = 'user_account person join role on role.id = person.role_id';
