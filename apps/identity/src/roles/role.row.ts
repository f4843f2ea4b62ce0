import type { Right } from '@platen/contracts';
import type { Actor } from '@platen/platform';
import { type RoleOwner, canGiveRole, canUpdateRole, sideOf } from './role.policy';
import { givenNames, isGivenName, rightOf } from './role-rights';

/** A role as it is stored. */
export interface RoleRow extends RoleOwner {
  readonly id: string;
  readonly name: string;
  readonly rights: readonly string[];
}

/** A role as somebody sees it who may see it. */
export interface Role extends RoleOwner {
  readonly id: string;
  readonly name: string;
  readonly rights: readonly Right[];
  /** handed out by Platen: cannot be renamed, changed or deleted */
  readonly given: boolean;
  readonly viewerCanUpdate: boolean;
  /** the viewer holds every right in it, so he may give it to others */
  readonly viewerCanGive: boolean;
}

/** A right that this version of the product no longer has gives nothing, so it is not shown either. */
export function toRole(row: RoleRow, actor: Actor): Role {
  const side = sideOf(row);
  const rights = row.rights.map((name) => rightOf(side, name)).filter((right) => right !== undefined);
  const role = { ...row, rights };
  return {
    ...role,
    given: isGivenName(side, row.name),
    viewerCanUpdate: canUpdateRole(actor, role),
    viewerCanGive: canGiveRole(actor, role),
  };
}

/** Given roles first, as Platen lists them, then the others by name as the reader's language sorts them. */
export function inOrder(roles: readonly Role[], locale: string): Role[] {
  const place = (role: Role) => (role.given ? givenNames(sideOf(role)).indexOf(role.name) : Infinity);
  return roles.toSorted((a, b) =>
    a.given || b.given ? place(a) - place(b) : a.name.localeCompare(b.name, locale),
  );
}
