import { type Expectation, judgeTyped } from './judge-typed';

const now = new Date('2026-11-20T10:00:00Z');
const expectation: Expectation = {
  __typename: 'MeterExpectation',
  lastValue: 10_000,
  lastReadAt: '2026-10-20T10:00:00Z',
  slowPerDay: 10,
  fastPerDay: 200,
  digits: null,
  closedBefore: null,
};

test.each([
  ['', null, false, false],
  ['x', 'no_number', false, false],
  ['12,5', 'no_number', false, false],
  ['9.999', 'fell', false, false],
  ['10.010', 'low', true, false],
  ['13.000', 'fits', false, true],
  ['90.000', 'high', true, false],
  ['2.000.000', 'jump', true, false],
])('%j is judged as %s', (typed, verdict, odd, good) => {
  expect(judgeTyped(typed, expectation, now, now)).toMatchObject({ verdict, odd, good, last: 10_000 });
});

test('a counter that was never read takes any ordinary first value', () => {
  expect(judgeTyped('250.000', null, now, now)).toMatchObject({
    value: 250_000,
    verdict: 'fits',
    last: null,
  });
});
