/** Records of Brother's packed counters: tag -> octets of the value. */
export type BrotherRecords = ReadonlyMap<number, Uint8Array>;

const END = 0xff;

/**
 * Splits one of Brother's packed objects: tag, type 01, length,
 * value; the last octet is ff. Laser models pack four octets, old models one or two.
 * @example 6f 01 04 00 00 0a 28 ff -> { 0x6f: [0, 0, 0x0a, 0x28] }
 */
export function brotherRecords(octets: Uint8Array | undefined): BrotherRecords {
  const records = new Map<number, Uint8Array>();
  let at = 0;
  while (octets !== undefined && at + 2 < octets.length && octets[at] !== END) {
    const length = octets[at + 2] ?? 0;
    const value = octets.subarray(at + 3, at + 3 + length);
    if (value.length < length) break; // cut off: a partial value is no value
    records.set(octets[at] ?? END, value);
    at += 3 + length;
  }
  return records;
}

/** The four-octet number under a tag; undefined for shorter values, which are codes and not counts. */
export function recordNumber(records: BrotherRecords, tag: number): number | undefined {
  const value = records.get(tag);
  if (value?.length !== 4) return undefined;
  return value.reduce((number, octet) => number * 256 + octet, 0);
}

/** Share of a two-octet record (level, full) in percent; undefined when it is not one. */
export function recordShare(records: BrotherRecords, tag: number): number | undefined {
  const [level, full] = records.get(tag) ?? [];
  const isPair = records.get(tag)?.length === 2 && level !== undefined && full !== undefined && full > 0;
  return isPair ? (100 * level) / full : undefined;
}
