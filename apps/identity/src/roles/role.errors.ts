import type { FieldProblem } from '../users/invalid-input';

/** Unknown, or of somebody else: nobody can tell which (threats C6). */
export interface RoleNotFound {
  readonly code: 'ROLE_NOT_FOUND';
}

/** A given role stays as it is; nobody adds rights to the role that he has himself; not everybody makes roles. */
export interface RoleRefused {
  readonly code: 'ROLE_GIVEN' | 'OWN_ROLE' | 'ROLES_NOT_YOURS';
}

/** Somebody has it, or is invited with it. */
export interface RoleInUse {
  readonly code: 'ROLE_IN_USE';
  readonly people: number;
  readonly invitations: number;
}

/** Fields that cannot be accepted. */
export interface InvalidRole {
  readonly code: 'INVALID_INPUT';
  readonly problems: readonly FieldProblem[];
}
