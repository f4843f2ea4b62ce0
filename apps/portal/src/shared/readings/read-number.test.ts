import { readNumber } from './read-number';

test.each([
  ['12345', 12_345],
  [' 12.345 ', 12_345],
  ['1,234,567', 1_234_567],
  ['12 345', 12_345],
  ["12'345", 12_345],
  ['12\u00a0345', 12_345],
  ['007', 7],
  ['0', 0],
  ['999999999999', 999_999_999_999],
])('%s is a number', (text, value) => {
  expect(readNumber(text)).toEqual({ kind: 'number', value });
});

test.each([
  'abc',
  '12a',
  '12,5',
  '1.23',
  '1.234,567',
  '-5',
  '1e6',
  '12 34',
  '１２',
  '1000000000000',
  '9007199254740993',
  '=1+1',
])('%s is none', (text) => {
  expect(readNumber(text)).toEqual({ kind: 'none' });
});

test('nothing is nothing', () => {
  expect(readNumber(' \t')).toEqual({ kind: 'empty' });
});
