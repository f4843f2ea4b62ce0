import { type LinkedMeter, judgeTyped, numberTyped } from './judge-typed';

const now = new Date('2026-11-20T10:00:00Z');
const meter: LinkedMeter = {
  __typename: 'LinkedMeter',
  kind: 'total',
  unit: 'IMPRESSIONS',
  expectation: {
    __typename: 'MeterExpectation',
    lastValue: 10_000,
    lastReadAt: '2026-10-20T10:00:00Z',
    slowPerDay: 10,
    fastPerDay: 200,
    digits: null,
    closedBefore: null,
  },
};

test.each([
  ['12000', 12_000],
  [' 12.000 ', 12_000],
  ['12,000', 12_000],
  ["12'000", 12_000],
  ['12 000', 12_000],
  ['twelve', null],
  ['-5', null],
  ['1e6', null],
  ['', null],
])('%j is %s', (typed, value) => {
  expect(numberTyped(typed)).toBe(value);
});

test.each([
  ['', null],
  ['x', 'text'],
  ['9.999', 'fell'],
  ['10.010', 'low'],
  ['13.000', 'fits'],
  ['90.000', 'high'],
  ['2.000.000', 'jump'],
])('%j is judged as %s', (typed, verdict) => {
  expect(judgeTyped(meter, typed, now)).toBe(verdict);
});
