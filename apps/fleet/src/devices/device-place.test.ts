import { MAX_NAME, MAX_PLACE, faultsOf } from './device-place';

const change = { idempotencyKey: 'change-0001', deviceId: 'any' };

test.each([
  ['nothing but the key', change],
  ['longest texts', { ...change, name: 'x'.repeat(MAX_NAME), floor: 'x'.repeat(MAX_PLACE), room: '' }],
  ['emptied places', { ...change, name: null, floor: null, room: null }],
])('%s is accepted', (_, accepted) => {
  expect(faultsOf(accepted)).toEqual([]);
});

test.each([
  ['idempotencyKey', 'keyLength', { ...change, idempotencyKey: 'short' }],
  ['idempotencyKey', 'keyLength', { ...change, idempotencyKey: 'x'.repeat(256) }],
  ['name', 'nameNeeded', { ...change, name: '  ' }],
  ['name', 'nameNeeded', { ...change, name: 'x'.repeat(MAX_NAME + 1) }],
  ['name', 'nameNeeded', { ...change, name: 'a\0b' }],
  ['floor', 'tooLong', { ...change, floor: 'x'.repeat(MAX_PLACE + 1) }],
  ['room', 'tooLong', { ...change, room: 'x'.repeat(MAX_PLACE + 1) }],
])('%s: %s (case %#)', (path, problem, refused) => {
  expect(faultsOf(refused)).toEqual([{ path, problem }]);
});
