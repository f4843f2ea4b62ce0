import type { Actor } from '@platen/platform';
import { staffRoles } from '../src/roles/given-roles';
import { actors } from './actors';

/** Staff of a branch with one of the given roles. */
export function staffActor(
  person: { readonly id: string; readonly branchId: string },
  role: keyof typeof staffRoles = 'Branch administrator',
): Actor {
  return { ...actors.staff, id: person.id, branchId: person.branchId, rights: new Set(staffRoles[role]) };
}
