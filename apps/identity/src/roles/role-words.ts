import type { Locale } from '@platen/contracts';
import { message } from '../messages/message';

/** Given roles are stored by their English name, so that programs know them in every language. */
const given = {
  Administrator: 'ROLE_ADMINISTRATOR',
  Member: 'ROLE_MEMBER',
  'Service desk': 'ROLE_SERVICE_DESK',
  Logistics: 'ROLE_LOGISTICS',
  Finance: 'ROLE_FINANCE',
  'Branch administrator': 'ROLE_BRANCH_ADMINISTRATOR',
} as const;

const isGiven = (name: string): name is keyof typeof given => Object.hasOwn(given, name);

/** Name of a role for a letter; one that an organisation named itself keeps its name. */
export function roleWords(locale: Locale, name: string): string {
  return isGiven(name) ? message(locale, given[name]) : name;
}
