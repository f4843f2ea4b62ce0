import { CountScalar, DateScalar, DateTimeScalar } from './scalars';

describe('Count', () => {
  test.each([[0], [4_294_967_295], [Number.MAX_SAFE_INTEGER]])('takes %d', (value) => {
    expect(CountScalar.parseValue(value)).toBe(value);
    expect(CountScalar.serialize(String(value))).toBe(value);
  });
  test.each([[-1], [1.5], [Number.NaN], [2 ** 53], ['12'], [null]])('refuses %p', (value) => {
    expect(() => CountScalar.parseValue(value)).toThrow('Count must be');
  });
});

describe('DateTime', () => {
  test('gives UTC', () => {
    expect(DateTimeScalar.serialize(DateTimeScalar.parseValue('2026-11-21T12:00:00+01:00'))).toBe(
      '2026-11-21T11:00:00.000Z',
    );
  });
  test.each([['2026-11-21'], ['2026-11-21T12:00:00'], ['yesterday'], ['2026-13-40T00:00:00Z'], [5]])(
    'refuses %p',
    (value) => {
      expect(() => DateTimeScalar.parseValue(value)).toThrow('DateTime must be');
    },
  );
});

test.each([['2026-1-1'], ['21.11.2026'], ['2026-11-99'], [20261121]])('Date refuses %p', (value) => {
  expect(() => DateScalar.parseValue(value)).toThrow('Date must be');
});
