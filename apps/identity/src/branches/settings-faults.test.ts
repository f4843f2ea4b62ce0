import { buildSettings } from '@platen/testing';
import { type GroupedSettings, toGroups } from './grouped-settings';
import { checkSettings } from './settings-faults';

const groups = toGroups(buildSettings());
const { general, ordering, tickets, brand, calendar } = groups;
const contact = { topic: 'general', phone: '800 000 000', mail: null, hours: null } as const;
const changed = (change: Partial<GroupedSettings>) => checkSettings({ ...groups, ...change });

test('settings as they are stored can be stored', () => {
  expect(checkSettings(groups)).toEqual({ ok: true, value: buildSettings() });
});

test('blanks at the ends are taken off, empty texts become nothing', () => {
  const typed = changed({
    contacts: [{ ...contact, phone: ' 800 ', hours: '  ' }],
    general: { ...general, name: ' Platen ' },
  });
  expect(typed).toMatchObject({
    ok: true,
    value: { name: 'Platen', contacts: [{ phone: '800', hours: null }] },
  });
});

test.each<[string, string, Partial<GroupedSettings>]>([
  ['general.name', 'needed', { general: { ...general, name: '   ' } }],
  ['general.name', 'tooLong', { general: { ...general, name: 'x'.repeat(1_000_000) } }],
  ['general.name', 'badText', { general: { ...general, name: 'Platen\0' } }],
  ['general.name', 'badText', { general: { ...general, name: 'Platen\r\nBcc: all' } }],
  ['general.name', 'badText', { general: { ...general, name: 'Platen \u202Enatalp' } }],
  ['general.locale', 'badChoice', { general: { ...general, locale: 'fr' } }],
  ['general.timeZone', 'badTimeZone', { general: { ...general, timeZone: 'Europe/Atlantis' } }],
  ['general.timeZone', 'badTimeZone', { general: { ...general, timeZone: "UTC'; drop table branch; --" } }],
  ['general.currency', 'badCurrency', { general: { ...general, currency: 'XXQ' } }],
  ['general.currency', 'badCurrency', { general: { ...general, currency: 'euro' } }],
  [
    'general.vatRates.0.percent',
    'badPercent',
    { general: { ...general, vatRates: [{ name: 'x', percent: '-1' }] } },
  ],
  ['general.vatRates.0.name', 'needed', { general: { ...general, vatRates: [{ name: '', percent: '1' }] } }],
  [
    'general.vatRates.1.name',
    'twice',
    {
      general: {
        ...general,
        vatRates: [
          { name: 'a', percent: '1' },
          { name: 'A', percent: '2' },
        ],
      },
    },
  ],
  ['general.silentAfterHours', 'atLeast', { general: { ...general, silentAfterHours: 0 } }],
  ['general.invoiceNumberStart', 'atMost', { general: { ...general, invoiceNumberStart: 1e12 } }],
  ['contacts', 'needed', { contacts: [] }],
  ['contacts', 'tooMany', { contacts: Array<typeof contact>(21).fill(contact) }],
  ['contacts.0.phone', 'contactWay', { contacts: [{ ...contact, phone: '' }] }],
  ['contacts.0.mail', 'badMail', { contacts: [{ ...contact, mail: 'a@b\r\nBcc: c' }] }],
  ['contacts.1.topic', 'twice', { contacts: [contact, contact] }],
  ['tickets.historyWindowDays', 'atLeast', { tickets: { ...tickets, historyWindowDays: 0 } }],
  ['ordering.cutOff', 'badTime', { ordering: { ...ordering, cutOff: '24:00' } }],
  [
    'ordering.deliveryDaysBeforeCutOff',
    'atMost',
    { ordering: { ...ordering, deliveryDaysBeforeCutOff: 31 } },
  ],
  ['ordering.deliveryDaysAfterCutOff', 'atLeast', { ordering: { ...ordering, deliveryDaysAfterCutOff: -1 } }],
  ['ordering.reorderPercent', 'atMost', { ordering: { ...ordering, reorderPercent: 100 } }],
  ['ordering.orderableKinds', 'twice', { ordering: { ...ordering, orderableKinds: ['toner', 'toner'] } }],
  ['brand.color', 'badColor', { brand: { ...brand, color: 'red' } }],
  ['brand.logoUrl', 'badLogo', { brand: { ...brand, logoUrl: 'javascript:alert(1)' } }],
  ['calendar.workDays', 'needed', { calendar: { ...calendar, workDays: [] } }],
  ['calendar.holidays', 'badHolidays', { calendar: { ...calendar, holidays: 'XX' } }],
  ['calendar.holidays', 'badHolidays', { calendar: { ...calendar, holidays: 'IT-BZ' } }],
  ['calendar.holidays', 'badHolidays', { calendar: { ...calendar, holidays: '__proto__' } }],
])('%s: %s', (path, problem, change) => {
  const checked = changed(change);
  expect(checked.ok).toBe(false);
  if (!checked.ok) expect(checked.failure.fields).toContainEqual(expect.objectContaining({ path, problem }));
});

test('every fault has one sentence at one place', () => {
  const checked = changed({
    general: { ...general, name: '', currency: 'euro' },
    calendar: { ...calendar, workDays: [] },
  });
  expect(checked).toEqual({
    ok: false,
    failure: {
      code: 'INVALID_INPUT',
      fields: [
        { path: 'general.name', problem: 'needed' },
        { path: 'general.currency', problem: 'badCurrency' },
        { path: 'calendar.workDays', problem: 'needed' },
      ],
    },
  });
});
