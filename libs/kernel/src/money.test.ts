import fc from 'fast-check';
import { CurrencyMismatchError, addMoney, allocateMoney, decimalOf, money, subtractMoney } from './money';

const anyMinor = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });

describe('money', () => {
  test('adds and subtracts whole minor units', () => {
    expect(addMoney(money(1250, 'EUR'), money(-50, 'EUR'))).toEqual(money(1200, 'EUR'));
    expect(subtractMoney(money(1, 'EUR'), money(3, 'EUR'))).toEqual(money(-2, 'EUR'));
  });

  test('refuses to mix currencies, floats and unknown codes', () => {
    expect(() => addMoney(money(1, 'EUR'), money(1, 'USD'))).toThrow(CurrencyMismatchError);
    expect(() => money(0.5, 'EUR')).toThrow(RangeError);
    expect(() => money(2 ** 53, 'EUR')).toThrow(RangeError);
    expect(() => money(1, 'eur')).toThrow(RangeError);
  });

  test.each([
    [1000, [1, 1, 1], [334, 333, 333]],
    [-1000, [1, 1, 1], [-334, -333, -333]],
    [5, [0, 1], [0, 5]],
    [2, [1, 1, 1], [1, 1, 0]],
    [100, [2, 1], [67, 33]],
  ])('allocates %i by %j', (total, weights, parts) => {
    expect(allocateMoney(money(total, 'EUR'), weights)).toEqual(parts.map((part) => money(part, 'EUR')));
  });

  test.each([[[]], [[0, 0]], [[1, -1]]])('refuses weights %j', (weights) => {
    expect(() => allocateMoney(money(1, 'EUR'), weights)).toThrow(RangeError);
  });

  test('parts always add up, and none is off its share by a whole unit', () => {
    const weights = fc
      .array(fc.nat(1000), { minLength: 1, maxLength: 20 })
      .filter((list) => list.some((w) => w > 0));
    fc.assert(
      fc.property(anyMinor, weights, (minor, shares) => {
        const parts = allocateMoney(money(minor, 'EUR'), shares);
        expect(parts.reduce(addMoney, money(0, 'EUR')).minor).toBe(minor);
        const sum = BigInt(shares.reduce((a, b) => a + b, 0));
        parts.forEach((part, i) => {
          const off = part.minor * sum - minor * BigInt(shares[i] ?? 0);
          expect(off < sum && off > -sum).toBe(true);
        });
      }),
    );
  });

  test.each([
    [5, 'EUR', '0.05'],
    [-1250, 'EUR', '-12.50'],
    [-5, 'EUR', '-0.05'],
    [1250, 'JPY', '1250'],
    [1250, 'KWD', '1.250'],
    [0, 'EUR', '0.00'],
  ])('%i %s is %s', (minor, currency, text) => {
    expect(decimalOf(money(minor, currency))).toBe(text);
  });
});
