import type { BranchSettings } from '@platen/contracts';
import { toGroups } from './grouped-settings';

/** One setting that is not as it was; null where it did not exist. */
export interface SettingsDifference {
  /** inside the groups; contacts and VAT rates by their name instead of their place: `contacts.BILLING.mail` */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Everything that differs, in the order of the groups. Choices are named as in the graph, lists joined by commas. */
export function differencesOf(before: BranchSettings, after: BranchSettings): SettingsDifference[] {
  const old = leavesOf(before);
  const now = leavesOf(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((pair) => pair.before !== pair.after);
}

/** Their values are words of the graph, not texts of people. */
const CHOICES = /^(registration|tickets\.confirmationTo|ordering\.orderableKinds|calendar\.workDays)/;

function leavesOf(settings: BranchSettings): Map<string, string> {
  const { general, contacts, ...rest } = toGroups(settings);
  const { vatRates, ...facts } = general;
  const byName = {
    general: {
      ...facts,
      vatRates: Object.fromEntries(vatRates.map(({ name, percent }) => [name, percent])),
    },
    contacts: Object.fromEntries(contacts.map(({ topic, ...ways }) => [choice(topic), ways])),
    ...rest,
  };
  return new Map(leaves(byName, ''));
}

function leaves(value: unknown, path: string): [string, string][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return [[path, value.map((part) => textOf(part, path)).join(', ')]];
  if (typeof value !== 'object') return [[path, textOf(value, path)]];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path ? `${path}.${key}` : key));
}

/** Those that the graph calls otherwise than the settings do. */
const RENAMED: Readonly<Record<string, string>> = {
  invitation: 'INVITATION_ONLY',
  organisation: 'ORGANISATION_ADMINISTRATOR',
};

function choice(value: string): string {
  return RENAMED[value] ?? value.toUpperCase().replaceAll('-', '_');
}

function textOf(value: unknown, path: string): string {
  const text = String(value);
  return CHOICES.test(path) ? choice(text) : text;
}
