import { nameOfPasskey } from './passkey-name';

test.each([
  ['Work laptop', 'Work laptop'],
  ['  Il telefono 📱 ', 'Il telefono 📱'],
  ['x'.repeat(60), 'x'.repeat(60)],
  ['x'.repeat(61), null],
  ['📱'.repeat(60), '📱'.repeat(60)],
  ['x'.repeat(1_000_000), null],
  ['', null],
  ['   ', null],
  ['a\nb', null],
  ['a\0b', null],
  ['a\u202eb', null],
])('%.20j is called %.20j', (typed, name) => {
  expect(nameOfPasskey(typed)).toBe(name);
});
