import { orderPageOf } from './order-page';

const id = '00000000-0000-7000-8000-000000000001';
const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

test('a cursor of this list is read', () => {
  expect(orderPageOf(10, cursor('2026-11-21T08:30:00.000Z', id))).toEqual({
    size: 10,
    after: ['2026-11-21T08:30:00.000Z', id],
  });
  expect(orderPageOf(null, null)).toEqual({ size: 25, after: null });
});

test.each([
  ['no JSON', 'x'],
  ['one part', cursor(id)],
  ['numbers', cursor(1, 2)],
  ['no instant', cursor('yesterday', id)],
  ['a day that is none', cursor('2026-13-41T08:30:00.000Z', id)],
  ['no id', cursor('2026-11-21T08:30:00.000Z', "' or true")],
])('a cursor that holds %s is refused', (_, after) => {
  expect(() => orderPageOf(10, after)).toThrow('not a cursor of this list');
});

test.each([0, -1, 101])('a page of %i is refused', (first) => {
  expect(() => orderPageOf(first, null)).toThrow('first must be');
});
