import { buildSettings } from '@platen/testing';
import { differencesOf } from './settings-differences';
import { contrastWithWhite, previewOf } from './settings-preview';

const settings = buildSettings();
/** a Friday, 10:00 in Rome */
const friday = new Date('2026-12-04T09:00:00Z');

test('what differs is told by place, in the words of the graph', () => {
  const after = {
    ...settings,
    name: 'Platen Nord',
    registration: 'self-registration' as const,
    vatRates: { reduced: '10' },
    ticket: { ...settings.ticket, historyWindowDays: 90 },
    calendar: { ...settings.calendar, workDays: ['monday' as const, 'tuesday' as const] },
    contacts: [
      { topic: 'service-and-portal' as const, phone: null, mail: 'help@platen.example', hours: null },
    ],
  };
  expect(differencesOf(settings, after)).toEqual([
    { path: 'general.name', before: 'Platen Italia', after: 'Platen Nord' },
    { path: 'general.vatRates.standard', before: '22', after: null },
    { path: 'contacts.GENERAL.phone', before: '800 000 000', after: null },
    { path: 'contacts.GENERAL.hours', before: '9-18', after: null },
    { path: 'registration.policy', before: 'INVITATION_ONLY', after: 'SELF_REGISTRATION' },
    {
      path: 'calendar.workDays',
      before: 'MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY',
      after: 'MONDAY, TUESDAY',
    },
    { path: 'general.vatRates.reduced', before: null, after: '10' },
    { path: 'contacts.SERVICE_AND_PORTAL.mail', before: null, after: 'help@platen.example' },
    { path: 'tickets.historyWindowDays', before: null, after: '90' },
  ]);
  expect(differencesOf(settings, settings)).toEqual([]);
});

test('R57 the effect of another cut-off is the day on which an order would arrive', () => {
  const ordering = { ...settings.ordering, cutOff: '09:00' };
  // 8 December is a holiday in Italy
  expect(previewOf(settings, { ...settings, ordering }, friday)).toMatchObject({
    arrivalNow: '2026-12-09',
    arrivalThen: '2026-12-10',
    holidays: [
      { on: '2026-12-08', name: 'Immacolata Concezione' },
      { on: '2026-12-25', name: 'Natale di Gesù' },
      { on: '2026-12-26', name: 'Santo Stefano' },
    ],
  });
});

test.each([
  ['#ffffff', 1],
  ['#000000', 21],
  ['#243b6b', 10.97],
  ['#ffd500', 1.43],
])('contrast of white on %s is %d', (color, contrast) => {
  expect(contrastWithWhite(color)).toBeCloseTo(contrast, 1);
});

test.each([
  ['brand.color', 'lowContrast', { brand: { ...settings.brand, color: '#ffd500' } }],
  ['general.currency', 'currencyChanged', { currency: 'USD' }],
  ['general.invoiceNumberStart', 'numberStartLate', { invoiceNumberStart: 7 }],
  ['tickets.numberStart', 'numberStartLate', { ticket: { ...settings.ticket, numberStart: 7 } }],
  [
    'ordering.orderNumberStart',
    'numberStartLate',
    { ordering: { ...settings.ordering, orderNumberStart: 7 } },
  ],
  ['registration.passwordHelp', 'nobodyHelps', { passwordHelp: 'provider' as const }],
])('%s is worth a second look: %s', (path, warning, change) => {
  expect(previewOf(settings, { ...settings, ...change }, friday).warnings).toEqual([{ path, warning }]);
});
