import type { TFunction } from 'i18next';

const fields = [
  'general.name',
  'general.locale',
  'general.timeZone',
  'general.currency',
  'general.silentAfterHours',
  'general.invoiceNumberStart',
  'general.marketingConsent',
  'registration.policy',
  'registration.passwordHelp',
  'tickets.confirmationTo',
  'tickets.historyWindowDays',
  'tickets.numberStart',
  'ordering.orderableKinds',
  'ordering.orderNumberStart',
  'ordering.cutOff',
  'ordering.deliveryDaysBeforeCutOff',
  'ordering.deliveryDaysAfterCutOff',
  'ordering.reorderPercent',
  'meters.dueDay',
  'meters.reminderDaysBefore',
  'meters.linkValidDays',
  'meters.correctionDays',
  'brand.name',
  'brand.color',
  'brand.logoUrl',
  'calendar.holidays',
  'calendar.workDays',
] as const;

const topics = ['GENERAL', 'SUPPLIES', 'METERS', 'SERVICE_AND_PORTAL', 'BILLING'] as const;
const ways = ['phone', 'mail', 'hours'] as const;

/** Choices by the name that the graph gives them; the words are `branch.choice.*`. */
export const choices = {
  policy: ['INVITATION_ONLY', 'SELF_REGISTRATION', 'OFF'],
  passwordHelp: ['ORGANISATION_ADMINISTRATOR', 'PROVIDER'],
  confirmationTo: ['REQUESTER', 'FIXED_ADDRESS'],
  orderableKinds: ['TONER', 'WASTE', 'DRUM', 'STAPLES'],
  workDays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
} as const;

type Choice = (typeof choices)[keyof typeof choices][number];

const allChoices: readonly Choice[] = Object.values(choices).flat();
const withChoices = /^(registration\.|tickets\.confirmationTo|ordering\.orderableKinds|calendar\.workDays)/;

/** What a setting is called, for a path as differences and warnings name it. */
export function settingLabel(path: string, t: TFunction): string {
  const field = fields.find((known) => known === path);
  if (field) return t(`branch.field.${field}`);
  const [group, name = '', way] = path.split('.');
  if (group === 'general') return t('branch.vatRate', { name: path.split('.').slice(2).join('.') });
  const topic = topics.find((known) => known === name);
  const known = ways.find((each) => each === way);
  if (!topic || !known) return path;
  return t('branch.contactOf', {
    topic: t(`account.topic.${topic}`),
    way: t(`branch.field.contacts.${known}`),
  });
}

/** A value in words; null is nothing at all. */
export function settingValue(path: string, value: string | null, t: TFunction): string {
  if (value === null || value === '') return t('branch.nothing');
  if (value === 'true') return t('branch.yes');
  if (value === 'false') return t('branch.no');
  if (!withChoices.test(path)) return value;
  return value
    .split(', ')
    .map((part) => {
      const choice = allChoices.find((known) => known === part);
      return choice ? t(`branch.choice.${choice}`) : part;
    })
    .join(', ');
}
