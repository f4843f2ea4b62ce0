import { type BranchSettings, branchSettingsSchema } from '@platen/contracts';
import { type Result, err, ok } from '@platen/kernel';
import { UnknownHolidaysError, branchCalendar } from '@platen/platform/calendar';
import { z } from 'zod';
import { type GroupedSettings, toStoredShape, trimmed } from './grouped-settings';

/** What can be wrong with one setting; the words stand under the same name in messages. */
export type SettingsProblem =
  | 'needed'
  | 'tooLong'
  | 'atLeast'
  | 'atMost'
  | 'badText'
  | 'badChoice'
  | 'badMail'
  | 'badColor'
  | 'badTime'
  | 'badCurrency'
  | 'badTimeZone'
  | 'badHolidays'
  | 'badPercent'
  | 'badLogo'
  | 'contactWay'
  | 'twice'
  | 'tooMany';

/** One setting that cannot be stored. */
export interface SettingsFault {
  /** inside the groups, for example `contacts.0.mail` */
  readonly path: string;
  readonly problem: SettingsProblem;
  readonly limit?: number;
}

/** Some of the settings cannot be stored; nothing was changed. */
export interface InvalidSettings {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly SettingsFault[];
}

/** as the settings' own schema asks; what does not fit is not looked up */
const PLACE = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;
const MAX_LIST = 20;
const MAX_LOGO = 500;
const MAX_START = 9_999_999_999;

/** Settings that can be stored, or everything that is wrong with them, each at its place. */
export function checkSettings(typed: GroupedSettings): Result<BranchSettings, InvalidSettings> {
  const grouped = trimmed(typed);
  const parsed = branchSettingsSchema.safeParse(toStoredShape(grouped));
  const faults = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => faultOf(issue, grouped))),
    ...lists(grouped),
    ...texts(grouped, ''),
    ...facts(grouped),
  ];
  if (parsed.success && faults.length === 0) return ok(parsed.data);
  const fields = faults.filter(
    ({ path }, index) => faults.findIndex((fault) => fault.path === path) === index,
  );
  return err({ code: 'INVALID_INPUT', fields });
}

/** Whether a calendar for this country or region exists. */
export function knowsHolidays(place: string): boolean {
  if (!PLACE.test(place)) return false;
  try {
    branchCalendar({ holidays: place, workDays: [] });
    return true;
  } catch (error) {
    if (error instanceof UnknownHolidaysError) return false;
    throw error;
  }
}

const groupOf: Readonly<Record<string, string>> = {
  registration: 'registration.policy',
  passwordHelp: 'registration.passwordHelp',
  ticket: 'tickets',
  ordering: 'ordering',
  meters: 'meters',
  brand: 'brand',
  calendar: 'calendar',
  contacts: 'contacts',
};

function faultOf(issue: z.core.$ZodIssue, grouped: GroupedSettings): SettingsFault {
  const [head = '', ...tail] = issue.path.map(String);
  const path =
    head === 'vatRates'
      ? ratePath(tail[0], grouped)
      : [groupOf[head] ?? `general.${head}`, ...tail].join('.').replace(/(reminderDaysBefore)\.\d+$/, '$1');
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { path, problem: 'needed' }
        : { path, problem: 'atLeast', limit: Number(issue.minimum) };
    case 'too_big':
      return issue.origin === 'string'
        ? { path, problem: 'tooLong', limit: Number(issue.maximum) }
        : { path, problem: 'atMost', limit: Number(issue.maximum) };
    case 'invalid_format':
      return { path, problem: formatProblem(path) };
    case 'custom':
      return { path: `${path}.phone`, problem: 'contactWay' };
    default:
      return { path, problem: 'badChoice' };
  }
}

function ratePath(name: string | undefined, { general }: GroupedSettings): string {
  return `general.vatRates.${general.vatRates.findIndex((rate) => rate.name === name)}.percent`;
}

function formatProblem(path: string): SettingsProblem {
  if (path.endsWith('.mail')) return 'badMail';
  if (path.endsWith('.percent')) return 'badPercent';
  if (path === 'brand.color') return 'badColor';
  if (path === 'ordering.cutOff') return 'badTime';
  if (path === 'general.currency') return 'badCurrency';
  return path === 'calendar.holidays' ? 'badHolidays' : 'badText';
}

/** Rows that say the same thing twice, and lists without end. */
function lists({ general, contacts, calendar, ordering, meters }: GroupedSettings): SettingsFault[] {
  const rates = general.vatRates.map(({ name }) => name.toLowerCase());
  return [
    ...tooMany('general.vatRates', rates),
    ...twice(rates, (index) => `general.vatRates.${index}.name`),
    ...rates.flatMap((name, index): SettingsFault[] => nameFault(`general.vatRates.${index}.name`, name)),
    ...tooMany('contacts', contacts),
    ...twice(
      contacts.map(({ topic }) => topic),
      (index) => `contacts.${index}.topic`,
    ),
    ...twice(calendar.workDays, () => 'calendar.workDays'),
    ...twice(ordering.orderableKinds, () => 'ordering.orderableKinds'),
    ...twice(meters.reminderDaysBefore.map(String), () => 'meters.reminderDaysBefore'),
  ];
}

function nameFault(path: string, name: string): SettingsFault[] {
  if (name === '') return [{ path, problem: 'needed' }];
  return name.length > 40 ? [{ path, problem: 'tooLong', limit: 40 }] : [];
}

function tooMany(path: string, rows: readonly unknown[]): SettingsFault[] {
  return rows.length > MAX_LIST ? [{ path, problem: 'tooMany', limit: MAX_LIST }] : [];
}

function twice(values: readonly string[], path: (index: number) => string): SettingsFault[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [{ path: path(index), problem: 'twice' as const }] : [],
  );
}

// Control characters, those that change the direction of what follows, and halves of characters: nobody types them
// into a setting, and PostgreSQL stores no NUL.
const STRANGE = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function texts(value: unknown, path: string): SettingsFault[] {
  if (typeof value === 'string') return STRANGE.test(value) ? [{ path, problem: 'badText' }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => texts(part, path ? `${path}.${key}` : key));
}

/** What no pattern can say: zones, currencies and holidays that exist. */
function facts({ general, calendar, brand, tickets, ordering }: GroupedSettings): SettingsFault[] {
  const faults: SettingsFault[] = [];
  if (general.timeZone !== 'UTC' && !Intl.supportedValuesOf('timeZone').includes(general.timeZone))
    faults.push({ path: 'general.timeZone', problem: 'badTimeZone' });
  if (!Intl.supportedValuesOf('currency').includes(general.currency))
    faults.push({ path: 'general.currency', problem: 'badCurrency' });
  if (!knowsHolidays(calendar.holidays)) faults.push({ path: 'calendar.holidays', problem: 'badHolidays' });
  if (brand.logoUrl && !isLogo(brand.logoUrl)) faults.push({ path: 'brand.logoUrl', problem: 'badLogo' });
  const starts = {
    'general.invoiceNumberStart': general.invoiceNumberStart,
    'tickets.numberStart': tickets.numberStart,
    'ordering.orderNumberStart': ordering.orderNumberStart,
  };
  for (const [path, start] of Object.entries(starts))
    if (start > MAX_START) faults.push({ path, problem: 'atMost', limit: MAX_START });
  return faults;
}

function isLogo(url: string): boolean {
  return url.length <= MAX_LOGO && URL.canParse(url) && new URL(url).protocol === 'https:';
}
