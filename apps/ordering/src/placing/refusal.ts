import type { BranchSettings, SupplyColor, SupplyKind } from '@platen/contracts';
import type { KnownDeviceEntity } from '../projections/known-device.entity';
import type { FittingArticle, LiveLine } from './known-facts';

/** Why something cannot be ordered through the portal. Codes are added, never reused. */
export const refusalCodes = [
  'no-right',
  'unknown-device',
  'device-not-active',
  'device-monitored',
  'staples-by-contact',
  'kind-not-orderable',
  'no-article',
  'does-not-fit',
  'not-offered',
  'above-limit',
  'already-on-order',
  'named-twice',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A refusal with what its sentence names. */
export interface Refusal {
  readonly code: RefusalCode;
  /** the order that is on its way already */
  readonly live?: Pick<LiveLine, 'orderId' | 'number' | 'expectedOn'>;
  /** most pieces of the article in one order */
  readonly max?: number;
}

/** A place in a device that takes a supply; without slot when only the catalogue knows of it. */
export interface Spot {
  readonly slot: string | null;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
}

export type OrderingSettings = Pick<BranchSettings['ordering'], 'orderableKinds'>;

/**
 * Why nothing can be ordered for a place of a device, whatever the article (R48-R53): the reason that a person can do
 * least about comes first. Staples are asked for at the contact even where the device is monitored.
 */
export function refusalOf(
  device: Pick<KnownDeviceEntity, 'monitored' | 'active'>,
  spot: Spot,
  settings: OrderingSettings,
  live: readonly LiveLine[],
): Refusal | null {
  if (!device.active) return { code: 'device-not-active' };
  if (!settings.orderableKinds.some((kind) => kind === spot.kind))
    return { code: spot.kind === 'staples' ? 'staples-by-contact' : 'kind-not-orderable' };
  if (device.monitored) return { code: 'device-monitored' };
  const underWay = live.find((line) => isFor(line, spot));
  return underWay ? { code: 'already-on-order', live: underWay } : null;
}

/** The same for one article in some number. */
export function articleRefusal(article: FittingArticle | undefined, quantity: number): Refusal | null {
  if (!article) return { code: 'no-article' };
  if (!article.orderable) return { code: 'not-offered' };
  return quantity > article.maxQuantity ? { code: 'above-limit', max: article.maxQuantity } : null;
}

/** Articles for a place, those that can be ordered first, those for an accessory last. */
export function articlesForSpot(articles: readonly FittingArticle[], spot: Spot): FittingArticle[] {
  const rank = (article: FittingArticle) =>
    (article.orderable ? 0 : 2) + (article.accessory === null ? 0 : 1);
  return articles
    .filter(({ kind, color }) => kind === spot.kind && color === spot.color)
    .toSorted((a, b) => rank(a) - rank(b));
}

/** Places are the same when both are known by slot; else their kind and colour tell. */
function isFor(line: LiveLine, spot: Spot): boolean {
  if (line.slot !== null && spot.slot !== null) return line.slot === spot.slot;
  return line.kind === spot.kind && line.color === spot.color;
}
