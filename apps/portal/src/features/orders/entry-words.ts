import type { OrderEntryFragment } from '@platen/graphql-client';
import type { Formatter } from '@platen/ui';
import type { TFunction } from 'i18next';

const knownKinds = [
  'placed',
  'received',
  'declined',
  'confirmed',
  'picked',
  'shipped',
  'delivered',
  'backordered',
  'cancelled',
  'returned',
  'lost',
  'changed',
  'shipment-reported',
  'shipment-delivered',
  'return-requested',
  'return-accepted',
  'return-declined',
  'return-received',
] as const;
type KnownKind = (typeof knownKinds)[number];
const isKnown = (kind: string): kind is KnownKind => (knownKinds as readonly string[]).includes(kind);

/** What happened, in a few words; a kind without words keeps its own. */
export function entryWords(entry: OrderEntryFragment, t: TFunction, format: Formatter): string {
  const { kind } = entry;
  const fact = (name: string) => entry.facts.find((each) => each.name === name)?.value;
  if (kind === 'delivered' && fact('seen')) return t('orders.history.seen');
  const expectedOn = fact('expectedOn');
  if (kind === 'backordered' && expectedOn)
    return t('orders.history.backorderedUntil', { day: format.longDay(expectedOn) });
  return isKnown(kind) ? t(`orders.event.${kind}`) : kind;
}
