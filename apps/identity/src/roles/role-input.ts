import { locales, type Right } from '@platen/contracts';
import type { Actor } from '@platen/platform';
import type { FieldProblem } from '../users/invalid-input';
import { type RoleOwner, rightsGivenBy, sideOf } from './role.policy';
import type { RoleRow } from './role.row';
import { givenNames, rightOf } from './role-rights';
import { roleWords } from './role-words';

/** A role as somebody wants it. */
export interface WantedRole {
  readonly name: string;
  /** names of rights, as sent */
  readonly rights: readonly string[];
}

/** Longest name of a role, in characters. */
export const MAX_ROLE_NAME = 60;
/** Most roles of one owner: more would be people, not roles. */
export const MAX_ROLES = 50;
/** Length of an idempotency key, in characters. */
export const KEY_LENGTH = { min: 8, max: 255 } as const;

// Line breaks and direction marks would let a name look like another one, in lists and letters.
const UNFIT = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** As it is stored: one form of each letter, one space between words. */
export function roleNameOf(typed: string): string {
  return typed.slice(0, 1000).normalize('NFC').trim().replace(/ +/g, ' ');
}

/** The rights as they are stored: each once, in order; those that do not fit are left to `problemsOf`. */
export function roleRightsOf(owner: RoleOwner, wanted: WantedRole): Right[] {
  const known = wanted.rights
    .map((name) => rightOf(sideOf(owner), name))
    .filter((each) => each !== undefined);
  return [...new Set(known)].sort();
}

/**
 * What cannot be accepted of a role; empty when all is well. Nobody puts a right into a role that he does not hold
 * himself (threats C5); what was in it may stay.
 * @param others  the owner's other roles
 * @param before  rights that the role holds already
 */
export function problemsOf(
  actor: Actor,
  owner: RoleOwner,
  wanted: WantedRole,
  others: readonly RoleRow[],
  before: readonly string[],
): FieldProblem[] {
  return [
    ...nameProblems(owner, roleNameOf(wanted.name), others),
    ...rightsProblems(actor, owner, wanted, before),
  ];
}

function nameProblems(owner: RoleOwner, name: string, others: readonly RoleRow[]): FieldProblem[] {
  const path = 'name';
  if (name === '' || name.length > MAX_ROLE_NAME || UNFIT.test(name))
    return [{ path, code: 'ROLE_NAME_NEEDED', values: { max: MAX_ROLE_NAME } }];
  const taken = [...others.map((role) => role.name), ...reservedNames(owner)];
  const isTaken = taken.some((other) => other.toLowerCase() === name.toLowerCase());
  return isTaken ? [{ path, code: 'ROLE_NAME_TAKEN' }] : [];
}

/** Given roles are shown in the reader's language: their names in all of them are taken. */
function reservedNames(owner: RoleOwner): string[] {
  return givenNames(sideOf(owner)).flatMap((name) => locales.map((locale) => roleWords(locale, name)));
}

function rightsProblems(
  actor: Actor,
  owner: RoleOwner,
  { rights }: WantedRole,
  before: readonly string[],
): FieldProblem[] {
  const path = 'rights';
  const fitting = rights.map((name) => rightOf(sideOf(owner), name)).filter((right) => right !== undefined);
  if (fitting.length < rights.length) return [{ path, code: 'RIGHT_UNKNOWN' }];
  const giveable = rightsGivenBy(actor, owner);
  const notHis = fitting.filter((right) => !before.includes(right) && !giveable.includes(right));
  if (notHis.length === 0) return [];
  return [{ path, code: 'RIGHT_NOT_YOURS', values: { rights: [...new Set(notHis)].join(', ') } }];
}
