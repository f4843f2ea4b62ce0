/**
 * A value as it came over the wire: a number (INTEGER, Counter, Gauge, TimeTicks), octets (OCTET STRING), or
 * text (OBJECT IDENTIFIER in dotted form, IpAddress; in tests also an OCTET STRING written as text).
 */
export type VarbindValue = number | string | Uint8Array;

/** Answers of one device: dotted OID without leading dot -> value. Absent OIDs are absent. */
export type Varbinds = ReadonlyMap<string, VarbindValue>;

/** One row of a column: what follows the column's OID, and the value. */
export interface ColumnRow {
  index: string;
  value: VarbindValue;
}

/** Orders dotted OIDs as agents do: arc by arc, as numbers. Negative when `a` comes first. */
export function compareOids(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = Number(left[i]) - Number(right[i]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Rows below one column (or any subtree), in index order. */
export function rowsUnder(varbinds: Varbinds, column: string): ColumnRow[] {
  const prefix = `${column}.`;
  const rows: ColumnRow[] = [];
  for (const [oid, value] of varbinds) {
    if (oid.startsWith(prefix)) rows.push({ index: oid.slice(prefix.length), value });
  }
  return rows.sort((a, b) => compareOids(a.index, b.index));
}

/** The integer at an OID; undefined when the OID is absent or holds something else. */
export function integerAt(varbinds: Varbinds, oid: string): number | undefined {
  const value = varbinds.get(oid);
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

/** The octets at an OID; text given by a test counts as its UTF-8 octets. */
export function octetsAt(varbinds: Varbinds, oid: string): Uint8Array | undefined {
  const value = varbinds.get(oid);
  if (typeof value === 'string') return new TextEncoder().encode(value);
  return value instanceof Uint8Array ? value : undefined;
}

const COUNTER32_LIMIT = 4_294_967_295;

/**
 * A life counter's value, or undefined when what stands there is not a count: negative codes, text, and
 * Counter32 at its limit, which is how firmware writes -1 ("no value") into an unsigned field.
 */
export function countAt(varbinds: Varbinds, oid: string): number | undefined {
  const value = integerAt(varbinds, oid);
  return value === undefined || value < 0 || value === COUNTER32_LIMIT ? undefined : value;
}
