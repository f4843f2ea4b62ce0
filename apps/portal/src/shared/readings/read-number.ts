/** What somebody typed or pasted where a counter's value belongs. */
export type TypedReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly value: number };

/** More digits than any counter has. */
const mostDigits = 12;

const plain = /^\d+$/;
/** Thousands apart, by whatever the writer's language and spreadsheet put between them, always the same. */
const inGroups = /^\d{1,3}(?:([.,'’\s])\d{3})(?:\1\d{3})*$/u;

/**
 * Reads a whole number as people write it: `12345`, `12.345`, `12,345`, `12 345`. Anything that could mean
 * something else, as `12,5` or `1e6`, is none.
 */
export function readNumber(text: string): TypedReading {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  if (!plain.test(trimmed) && !inGroups.test(trimmed)) return { kind: 'none' };
  const digits = trimmed.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return digits.length > mostDigits ? { kind: 'none' } : { kind: 'number', value: Number(digits) };
}
