import type { TFunction } from 'i18next';

/** Roles that Platen itself hands out, by the name the service keeps; their words are `account.givenRole.*`. */
const given = {
  Administrator: 'administrator',
  Member: 'member',
  'Service desk': 'serviceDesk',
  Logistics: 'logistics',
  Finance: 'finance',
  'Branch administrator': 'branchAdministrator',
} as const;

const isGiven = (name: string): name is keyof typeof given => Object.hasOwn(given, name);

/** Name of a role in the reader's language; a role that an organisation named itself keeps its name. */
export function roleName(name: string, t: TFunction): string {
  return isGiven(name) ? t(`account.givenRole.${given[name]}`) : name;
}
