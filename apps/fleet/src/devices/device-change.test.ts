import { changedFacts, deviceFacts, faultsOf } from './device-change';
import { MAX_NAME, MAX_PLACE } from './device-place';

const change = { idempotencyKey: 'change-0001', deviceId: 'any' };
const longest = 'x'.repeat(MAX_PLACE);

test.each([
  ['nothing but the key', change],
  ['longest texts', { ...change, name: 'x'.repeat(MAX_NAME), floor: longest, costCentre: longest, room: '' }],
  ['emptied places', { ...change, name: null, floor: null, room: null, contactEmail: null }],
  ['an address', { ...change, contactEmail: 'anna.neri@rossi.example' }],
])('%s is accepted', (_, accepted) => {
  expect(faultsOf(accepted, false)).toEqual([]);
});

test.each([
  ['idempotencyKey', 'keyLength', { ...change, idempotencyKey: 'short' }],
  ['idempotencyKey', 'keyLength', { ...change, idempotencyKey: 'x'.repeat(256) }],
  ['name', 'nameNeeded', { ...change, name: '  ' }],
  ['name', 'nameNeeded', { ...change, name: 'x'.repeat(MAX_NAME + 1) }],
  ['name', 'nameNeeded', { ...change, name: 'a\0b' }],
  ['floor', 'tooLong', { ...change, floor: `${longest}x` }],
  ['costCentre', 'tooLong', { ...change, costCentre: 'a\nb' }],
  ['contactEmail', 'emailInvalid', { ...change, contactEmail: 'anna@rossi' }],
  ['contactEmail', 'emailInvalid', { ...change, contactEmail: 'a@b.example\r\nBcc: c@d.example' }],
  ['contractNumber', 'providerOnly', { ...change, contractNumber: 'C-1' }],
  ['contractNumber', 'providerOnly', { ...change, contractNumber: null }],
])('%s: %s (case %#)', (path, problem, refused) => {
  expect(faultsOf(refused, false)).toMatchObject([{ path, problem }]);
});

test("the provider's people name the contract", () => {
  expect(faultsOf({ ...change, contractNumber: 'C-1' }, true)).toEqual([]);
});

test('only what is new changes, trimmed, and a name is never emptied', () => {
  const empty = Object.fromEntries(deviceFacts.map((fact) => [fact, null])) as Record<
    (typeof deviceFacts)[number],
    string | null
  >;
  const now = { ...empty, name: 'Post room', floor: '2' };
  expect(changedFacts(now, { name: null, floor: ' 2 ', room: '', department: ' Sales ' })).toEqual({
    department: 'Sales',
  });
  expect(changedFacts(now, { name: 'Gate', floor: null })).toEqual({ name: 'Gate', floor: null });
});
