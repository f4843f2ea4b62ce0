import { octetsAt, type VarbindValue, type Varbinds } from './varbinds';

/** A line break and then only pairs of hex digits: a string of which a tool has printed the rest as hex. */
const HEX_TAIL = /^([^\n]+)\n((?:[0-9A-F]{2}\s+)*[0-9A-F]{2}\s*)$/;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;
const PLACEHOLDER = /^(unknown|none|n\/a|na|null|-+|\?+|0+|x+)$/i;

/**
 * Text as a person should read it, from a DisplayString or OCTET STRING: UTF-8, else Latin-1 (RFC 3805 lets
 * a device use its own character set and few say which); ends at a NUL; control characters (among them the
 * two octets of symbol set that HP puts in front) and runs of blanks become one blank.
 * @returns `''` for nothing readable
 */
export function cleanText(value: VarbindValue | undefined): string {
  if (value === undefined || typeof value === 'number') return '';
  const raw = typeof value === 'string' ? value : decodeOctets(value);
  return withoutHexTail(upToNul(raw)).replace(CONTROL, ' ').replace(/\s+/g, ' ').trim();
}

/** {@link cleanText} at an OID, null when absent or empty. */
export function textAt(varbinds: Varbinds, oid: string): string | null {
  return cleanText(varbinds.get(oid)) || null;
}

/** The first OID that holds readable text, or null. */
export function firstText(varbinds: Varbinds, oids: readonly string[]): string | null {
  for (const oid of oids) {
    const text = textAt(varbinds, oid);
    if (text !== null) return text;
  }
  return null;
}

/** A serial number or null: placeholders such as "unknown", "N/A" or all zeros are not serial numbers. */
export function asSerial(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' || PLACEHOLDER.test(trimmed) ? null : trimmed;
}

/**
 * Keys of an IEEE 1284 device id, in upper case, long names folded to the short ones.
 * @example "MFG:Xerox; MDL:AltaLink C8045;" -> { MFG: 'Xerox', MDL: 'AltaLink C8045' }
 */
export function deviceIdKeys(varbinds: Varbinds, oid: string): Readonly<Record<string, string>> {
  return parseDeviceId(octetsAt(varbinds, oid) === undefined ? '' : cleanText(varbinds.get(oid)));
}

/** {@link deviceIdKeys} of a text. */
export function parseDeviceId(text: string): Readonly<Record<string, string>> {
  const keys: Record<string, string> = {};
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const name = part.slice(0, colon).trim().toUpperCase();
    keys[LONG_KEYS[name] ?? name] ??= part.slice(colon + 1).trim();
  }
  return keys;
}

const LONG_KEYS: Readonly<Record<string, string>> = {
  MANUFACTURER: 'MFG',
  MANUFACTURE: 'MFG',
  MODEL: 'MDL',
  DESCRIPTION: 'DES',
  SERN: 'SN',
  SER: 'SN',
  SERIALNUMBER: 'SN',
};

function decodeOctets(octets: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return String.fromCharCode(...octets); // every octet is a Latin-1 character
  }
}

function upToNul(text: string): string {
  const start = text.replace(/^\0+/, '');
  const nul = start.indexOf('\0');
  return nul < 0 ? start : start.slice(0, nul);
}

function withoutHexTail(text: string): string {
  const match = HEX_TAIL.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return text;
  const octets = match[2].trim().split(/\s+/);
  const tail = decodeOctets(Uint8Array.from(octets, (pair) => Number.parseInt(pair, 16)));
  return upToNul(match[1] + tail);
}
