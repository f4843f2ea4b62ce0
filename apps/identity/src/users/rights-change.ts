import type { Right } from '@platen/contracts';
import { type Result, err, ok } from '@platen/kernel';
import type { Actor } from '@platen/platform';
import { rightOf } from '../roles/role-rights';
import { rightsGivenBy, sideOf } from '../roles/role.policy';
import type { RoleRow } from '../roles/role.row';
import type { FieldProblem } from './invalid-input';
import type { UserRow } from './user.row';

/** What somebody may do before and after a change of his rights. */
export interface RightsChange {
  readonly roleId: string;
  /** on top of the role: none that the role holds already */
  readonly grantedRights: readonly Right[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** The fields of the input that cannot be accepted. */
export interface RightsRefused {
  readonly code: 'INVALID_INPUT';
  readonly problems: readonly FieldProblem[];
}

type Held = Pick<UserRow, 'branchId' | 'customerId' | 'roleRights' | 'grantedRights'>;

/**
 * Decides what a role and rights on top of it change for a person. Rights are taken away by everybody who may change
 * them; given only by who holds them himself (threats C5).
 * @param role  null: not one of the person's organisation
 * @param granted  as sent: names of rights
 */
export function decideRights(
  actor: Actor,
  person: Held,
  role: RoleRow | null,
  granted: readonly string[],
): Result<RightsChange, RightsRefused> {
  if (!role) return refused({ path: 'roleId', code: 'ROLE_UNKNOWN' });
  const known = granted.map((name) => rightOf(sideOf(person), name)).filter((right) => right !== undefined);
  if (known.length < granted.length) return refused({ path: 'grantedRights', code: 'RIGHT_UNKNOWN' });
  const giveable: readonly string[] = rightsGivenBy(actor, person);
  const before = new Set([...person.roleRights, ...person.grantedRights]);
  const after = new Set([...role.rights, ...known]);
  const notHis = (rights: readonly string[]) =>
    rights.filter((right) => !before.has(right) && !giveable.includes(right));
  const problems = [
    ...problemAt('roleId', notHis(role.rights)),
    ...problemAt('grantedRights', notHis(known.filter((right) => !role.rights.includes(right)))),
  ];
  if (problems.length > 0) return err({ code: 'INVALID_INPUT', problems });
  return ok({
    roleId: role.id,
    grantedRights: [...new Set(known)].filter((right) => !role.rights.includes(right)).sort(),
    added: [...after].filter((right) => !before.has(right)).sort(),
    removed: [...before].filter((right) => !after.has(right)).sort(),
  });
}

function problemAt(path: string, rights: readonly string[]): FieldProblem[] {
  return rights.length > 0 ? [{ path, code: 'RIGHT_NOT_YOURS', values: { rights: rights.join(', ') } }] : [];
}

function refused(problem: FieldProblem): Result<RightsChange, RightsRefused> {
  return err({ code: 'INVALID_INPUT', problems: [problem] });
}
