import { type NewKey, problemsOf, scopesAmong } from './check-key-input';

const now = new Date('2026-11-21T12:00:00Z');
const wish: NewKey = {
  kind: 'partner',
  name: 'ERP',
  scopes: ['order:read'],
  expiresAt: new Date('2027-11-21T12:00:00Z'),
  requestsPerMinute: 60,
  costPerMinute: 1000,
  customerId: null,
  idempotencyKey: 'once',
};
const codes = (overrides: Partial<NewKey>) =>
  problemsOf({ ...wish, ...overrides }, now).map(({ path, code }) => `${path} ${code}`);

test.each<[string, Partial<NewKey>, string[]]>([
  ['all in order', {}, []],
  ['no limits, no end', { expiresAt: null, requestsPerMinute: null, costPerMinute: null }, []],
  ['a name of 80, with emoji', { name: `${'x'.repeat(78)}🖨` }, []],
  ['a collector', { kind: 'collector', scopes: [] }, []],
  ['no name', { name: '  ' }, ['name KEY_NAME_MISSING']],
  ['a long name', { name: 'x'.repeat(81) }, ['name KEY_NAME_TOO_LONG']],
  ['a megabyte', { name: 'x'.repeat(1_000_000) }, ['name KEY_NAME_TOO_LONG']],
  ['two lines', { name: 'a\r\nb' }, ['name KEY_NAME_CONTROLS']],
  ['NUL', { name: 'a\0b' }, ['name KEY_NAME_CONTROLS']],
  ['turned letters', { name: 'a\u202eb' }, ['name KEY_NAME_CONTROLS']],
  ['no right', { scopes: [] }, ['scopes KEY_SCOPES_MISSING']],
  ['a collector with rights', { kind: 'collector' }, ['scopes KEY_COLLECTOR_SCOPES']],
  ['the past', { expiresAt: now }, ['expiresAt KEY_EXPIRY_PAST']],
  ['no requests at all', { requestsPerMinute: 0 }, ['requestsPerMinute KEY_LIMIT_RANGE']],
  ['too many', { requestsPerMinute: 60_001 }, ['requestsPerMinute KEY_LIMIT_RANGE']],
  ['negative cost', { costPerMinute: -1 }, ['costPerMinute KEY_LIMIT_RANGE']],
  ['no key of the call', { idempotencyKey: '' }, ['idempotencyKey KEY_IDEMPOTENCY_LENGTH']],
  ['several at once', { name: '', scopes: [] }, ['name KEY_NAME_MISSING', 'scopes KEY_SCOPES_MISSING']],
])('%s', (_what, overrides, expected) => {
  expect(codes(overrides)).toEqual(expected);
});

test('rights are taken once, in the order of the product, and only those allowed', () => {
  expect(scopesAmong(['order:place', 'order:read'], ['order:place', 'order:read', 'order:place'])).toEqual([
    'order:read',
    'order:place',
  ]);
  expect(scopesAmong(['order:read'], ['order:read', 'order:place'])).toBeNull();
  expect(scopesAmong(['order:read'], ['moon:land'])).toBeNull();
});
