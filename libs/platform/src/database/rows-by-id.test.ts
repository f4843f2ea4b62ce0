import { containing, isId, rowsById } from './rows-by-id';

const a = { id: '00000000-0000-7000-8000-00000000000a' };
const b = { id: '00000000-0000-7000-8000-00000000000b' };

test('rows come in the order asked for, null where there is none', () => {
  expect(rowsById([b.id, 'unknown', a.id, b.id], [a, b])).toEqual([b, null, a, b]);
  expect(rowsById([a.id.toUpperCase()], [a])).toEqual([a]);
});

test.each([
  [a.id, true],
  [a.id.toUpperCase(), true],
  ['1', false],
  [`${a.id}'`, false],
  ['', false],
])('%s is an id: %s', (text, expected) => expect(isId(text)).toBe(expected));

test('C33 wildcards typed by people mean themselves', () => {
  expect(containing('50%_a\\b\0')).toBe('%50\\%\\_a\\\\b%');
});
