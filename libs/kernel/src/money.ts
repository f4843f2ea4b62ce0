/** An amount that was rounded once: whole minor units (cents) of one currency. Never a float. */
export interface Money {
  readonly minor: bigint;
  /** ISO 4217, for example 'EUR' */
  readonly currency: string;
}

/** Two amounts of different currencies met: there is no rate here to bring them together. */
export class CurrencyMismatchError extends Error {
  override readonly name = 'CurrencyMismatchError';
}

/** Currencies of ISO 4217 whose minor unit is not a hundredth: digits after the point. */
const UNUSUAL_DIGITS: ReadonlyMap<string, number> = new Map([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
]);

/**
 * @param minor  whole minor units; may be negative (credit)
 * @throws RangeError when the currency is not three capital letters or a number is not a safe integer
 */
export function money(minor: bigint | number, currency: string): Money {
  if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError(`Not an ISO 4217 code: ${currency}`);
  if (typeof minor === 'number' && !Number.isSafeInteger(minor))
    throw new RangeError('Minor units must be a safe integer.');
  return { minor: BigInt(minor), currency };
}

/** Digits after the decimal point of this currency's major unit (ISO 4217). */
export function minorDigits(currency: string): number {
  return UNUSUAL_DIGITS.get(currency) ?? 2;
}

/** @throws CurrencyMismatchError */
export function addMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

/** @throws CurrencyMismatchError */
export function subtractMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

/**
 * Splits an amount by weights so that the parts add up to it exactly: each part is its share cut towards zero, and
 * the units left over go to the parts that lost most, the first of equals first (largest remainder).
 * @param weights  whole numbers >= 0, at least one above 0
 * @throws RangeError for weights that give no shares
 */
export function allocateMoney(total: Money, weights: readonly (bigint | number)[]): Money[] {
  const shares = weights.map(BigInt);
  const sum = shares.reduce((a, b) => a + b, 0n);
  if (sum <= 0n || shares.some((share) => share < 0n))
    throw new RangeError('Weights must be >= 0 and not all 0.');
  const sign = total.minor < 0n ? -1n : 1n;
  const size = total.minor * sign;
  const parts = shares.map((share, index) => ({
    index,
    units: (size * share) / sum,
    remainder: (size * share) % sum,
  }));
  let left = size - parts.reduce((a, part) => a + part.units, 0n);
  for (const part of [...parts].sort(byRemainder)) {
    if (left === 0n) break;
    part.units += 1n;
    left -= 1n;
  }
  return parts.map((part) => ({ minor: part.units * sign, currency: total.currency }));
}

/** The amount as exact decimal text in major units, for programs: '-12.50'. Words for people are made elsewhere. */
export function decimalOf(amount: Money): string {
  const digits = minorDigits(amount.currency);
  const sign = amount.minor < 0n ? '-' : '';
  const text = (amount.minor < 0n ? -amount.minor : amount.minor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function byRemainder(
  a: { remainder: bigint; index: number },
  b: { remainder: bigint; index: number },
): number {
  if (a.remainder === b.remainder) return a.index - b.index;
  return a.remainder > b.remainder ? -1 : 1;
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency)
    throw new CurrencyMismatchError(`${a.currency} and ${b.currency} cannot be added.`);
}
