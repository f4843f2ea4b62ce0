import type { UserFilterInput, UserState } from '@platen/graphql-client';

/** State of a list of people as the URL holds it. */
export interface UserListSearch {
  readonly search?: string;
  readonly state?: UserState;
  /** id of a role */
  readonly role?: string;
}

/** Choices of the state filter; without one, everybody who was not deleted. */
export const userStates: readonly UserState[] = ['ACTIVE', 'INVITED', 'DEACTIVATED', 'ERASED'];

/** Reads the URL; what it does not know it leaves out, so an old or mistyped link still opens the list. */
export function parseUserListSearch(raw: Readonly<Record<string, unknown>>): UserListSearch {
  const text = (value: unknown) =>
    typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;
  return {
    search: text(raw.search),
    state: userStates.find((state) => state === raw.state),
    role: text(raw.role),
  };
}

/** Whether anything narrows the list. */
export function isFiltered({ search, state, role }: UserListSearch): boolean {
  return Boolean(search || state || role);
}

/** The URL's words as a filter of the `Users` document. */
export function userFilterOf({ search, state, role }: UserListSearch): UserFilterInput {
  return { search: search ?? null, state: state ?? null, roleId: role ?? null, right: null };
}
