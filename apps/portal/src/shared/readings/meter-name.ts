import type { TFunction } from 'i18next';

const knownKinds = [
  'total',
  'mono',
  'color',
  'a3',
  'a3_mono',
  'a3_color',
  'duplex',
  'scan',
  'print_total',
  'print_mono',
  'print_color',
  'copy_total',
  'copy_mono',
  'copy_color',
  'fax_total',
] as const;
type KnownKind = (typeof knownKinds)[number];

const isKnown = (kind: string): kind is KnownKind => (knownKinds as readonly string[]).includes(kind);

/** Name of a meter; a kind without words keeps its own. */
export function meterName(kind: string, t: TFunction): string {
  return isKnown(kind) ? t(`meters.kind.${kind}`) : kind.replaceAll('_', ' ');
}

/** Meters in the order in which people read them; kinds without words come last, as the machine names them. */
export function inOrder<Meter extends { readonly kind: string }>(meters: readonly Meter[]): Meter[] {
  const place = ({ kind }: Meter) => (isKnown(kind) ? knownKinds.indexOf(kind) : knownKinds.length);
  return meters.toSorted((a, b) => place(a) - place(b));
}
