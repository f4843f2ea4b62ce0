import { locales } from '@platen/contracts';
import { defaultSettings } from './default-settings';
import { settingsFromFile } from './settings-from-file';

const contacts = [{ topic: 'general', phone: null, mail: 'info@platen.example', hours: null }];
const usual = { ...defaultSettings('nl', 'Platen Nederland'), contacts };

test.each(locales)('the usual settings of %s can be stored as soon as there is a contact', (locale) => {
  const settings = { ...defaultSettings(locale, 'x'.repeat(120)), contacts };
  expect(settingsFromFile(settings)).toEqual({ ok: true, value: settings });
});

test.each([
  ['nothing', undefined, '', 'This is missing.'],
  ['a list', [], '', 'This must be a group { }.'],
  ['no way to reach the branch', { ...usual, contacts: [] }, 'contacts', 'Please fill this in.'],
  ['a group left out', { ...usual, brand: undefined }, 'brand', 'This is missing.'],
  [
    'a setting of a group left out',
    { ...usual, ticket: { historyWindowDays: null, numberStart: 1 } },
    'ticket.confirmationTo',
    'This is missing.',
  ],
  ['a text for a number', { ...usual, silentAfterHours: '48' }, 'silentAfterHours', 'This must be a number.'],
  [
    'half a number',
    { ...usual, invoiceNumberStart: 1.5 },
    'invoiceNumberStart',
    'This must be a whole number.',
  ],
  ['a text for a list', { ...usual, contacts: 'me' }, 'contacts', 'This must be a list [ ].'],
  ['no such zone', { ...usual, timeZone: 'Mars/Olympus' }, 'timeZone', 'No time zone has this name.'],
  [
    'no such holidays',
    { ...usual, calendar: { ...usual.calendar, holidays: 'ZZ' } },
    'calendar.holidays',
    'No holidays',
  ],
  ['a rate beyond all', { ...usual, vatRates: { hoog: '210' } }, 'vatRates.hoog', 'A percentage below 100'],
  ['no such policy', { ...usual, registration: 'maybe' }, 'registration', 'This is not one of the choices.'],
  ['no such help', { ...usual, passwordHelp: 'none' }, 'passwordHelp', 'This is not one of the choices.'],
  [
    'a first number of 0',
    { ...usual, ticket: { ...usual.ticket, numberStart: 0 } },
    'ticket.numberStart',
    'At',
  ],
  ['a misspelt setting', { ...usual, timezone: 'UTC' }, 'timezone', 'There is no such setting.'],
  [
    'a misspelt one in a group',
    { ...usual, brand: { ...usual.brand, colour: '#000000' } },
    'brand.colour',
    'There is no such setting.',
  ],
  ['a line break in a name', { ...usual, name: 'Platen\nNederland' }, 'name', 'This contains characters'],
])('%s is refused at its place', (_what, written, path, message) => {
  const refused = settingsFromFile(written);
  if (refused.ok) throw new Error('This was taken.');
  expect(refused.failure.map((fault) => fault.path)).toContain(path);
  expect(refused.failure.find((fault) => fault.path === path)?.message).toContain(message);
});
