import { keyFaults, textFaults } from './input-faults';

test.each([
  ['1234567', 1],
  ['12345678', 0],
  ['k'.repeat(255), 0],
  ['k'.repeat(256), 1],
  ['a key with \0 in it', 1],
])('a key %j has %i faults', (key, faults) => {
  expect(keyFaults(key)).toHaveLength(faults);
});

test.each([
  [null, 0],
  [undefined, 0],
  ['', 0],
  ['ring\nat the back', 0],
  ['x'.repeat(5), 1],
  ['a\0b', 1],
])('a text %j of at most 4 characters has %i faults', (text, faults) => {
  expect(textFaults('note', text, text?.startsWith('ring') ? 20 : 4)).toHaveLength(faults);
});
