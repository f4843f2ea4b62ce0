import { cleanText } from '../text';

/** Printer attributes of one IPP answer, by name; values as they were sent, one or many. */
export type IppAttributes = ReadonlyMap<string, readonly unknown[]>;

/** What a poll asks for (RFC 8011, PWG 5100.9, 5100.13); a printer leaves out what it does not know. */
export const ippAttributesAsked = [
  'printer-make-and-model',
  'printer-device-id',
  'printer-serial-number',
  'printer-firmware-string-version',
  'printer-name',
  'printer-location',
  'printer-state',
  'printer-state-reasons',
  'printer-alert',
  'printer-alert-description',
  'printer-supply',
  'printer-supply-description',
  'printer-impressions-completed',
  'marker-names',
  'marker-types',
  'marker-colors',
  'marker-levels',
] as const;

export type IppAttribute = (typeof ippAttributesAsked)[number];

/** All values of an attribute as readable text; a text with language counts by its text alone. */
export function textsOf(attributes: IppAttributes, name: IppAttribute): string[] {
  return (attributes.get(name) ?? []).map((value) => {
    if (typeof value === 'string' || value instanceof Uint8Array) return cleanText(value);
    const text = typeof value === 'object' && value !== null && 'value' in value ? value.value : '';
    return typeof text === 'string' ? cleanText(text) : '';
  });
}

/** The first value as readable text, null when there is none. */
export function textOf(attributes: IppAttributes, name: IppAttribute): string | null {
  return textsOf(attributes, name).find((text) => text !== '') ?? null;
}

/** All values of an attribute as integers; anything else becomes undefined and keeps its place. */
export function integersOf(attributes: IppAttributes, name: IppAttribute): (number | undefined)[] {
  return (attributes.get(name) ?? []).map((value) =>
    typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined,
  );
}

/** "code=jam;severity=critical;" -> { code: 'jam', severity: 'critical' } (PWG 5100.9, 5100.13). */
export function pairsOf(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(';').flatMap((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [] : [[part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()] as const];
  });
  return Object.fromEntries(pairs);
}
