import type { BranchSettings } from '@platen/contracts';
import { grouped } from '../orders/grouped';
import type { KnownDeviceEntity } from '../projections/known-device.entity';
import type { FittingArticle, OrderingFacts } from './known-facts';
import type { RequestedLine } from './order-request';
import { type Refusal, type Spot, articleRefusal, articlesForSpot, refusalOf } from './refusal';

/** A line that can be ordered. */
export interface GoodLine {
  readonly line: number;
  readonly device: KnownDeviceEntity;
  readonly spot: Spot;
  readonly article: FittingArticle;
  readonly quantity: number;
}

/** A line that cannot, and why. */
export interface RefusedLine {
  readonly line: number;
  readonly refusal: Refusal;
  /** the branch whose contact helps; null for a device out of sight */
  readonly branchId: string | null;
}

export type JudgedLine = GoodLine | RefusedLine;

/** Gives each line of a request its verdict; lines are numbered from 0 as they came. */
export function judgeLines(
  lines: readonly RequestedLine[],
  facts: OrderingFacts,
  settingsOf: (branchId: string) => Pick<BranchSettings, 'ordering'>,
): JudgedLine[] {
  const places = grouped(facts.places, (place) => place.deviceId);
  const live = grouped(facts.live, (line) => line.deviceId);
  const named = new Set<string>();
  return lines.map((asked, line): JudgedLine => {
    const device = facts.devices.get(asked.deviceId.toLowerCase());
    if (!device) return { line, branchId: null, refusal: { code: 'unknown-device' } };
    const refused = (refusal: Refusal): RefusedLine => ({ line, branchId: device.branchId, refusal });
    const found = find(asked, facts.articlesFor(device), places.get(device.id) ?? []);
    if (!found) return refused({ code: device.active ? 'does-not-fit' : 'device-not-active' });
    const { spot, article } = found;
    const { ordering } = settingsOf(device.branchId);
    const refusal =
      refusalOf(device, spot, ordering, live.get(device.id) ?? []) ?? articleRefusal(article, asked.quantity);
    if (refusal || !article) return refused(refusal ?? { code: 'no-article' });
    const name = `${device.id} ${spot.slot ?? ''} ${spot.kind} ${spot.color}`;
    if (named.has(name)) return refused({ code: 'named-twice' });
    named.add(name);
    return { line, device, spot, article, quantity: asked.quantity };
  });
}

/** @returns null when the article or the place is none of the device's */
function find(
  { articleId, slot }: RequestedLine,
  articles: readonly FittingArticle[],
  places: readonly (Spot & { readonly slot: string })[],
): { readonly spot: Spot; readonly article: FittingArticle | undefined } | null {
  const place = slot ? places.find((each) => each.slot === slot) : undefined;
  if (slot && !place) return null;
  if (!articleId) return place ? { spot: place, article: articlesForSpot(articles, place)[0] } : null;
  const article = articles.find(({ id }) => id === articleId.toLowerCase());
  if (!article) return null;
  const { kind, color } = article;
  const own = place ?? places.find((each) => each.kind === kind && each.color === color);
  if (place && (place.kind !== kind || place.color !== color)) return null;
  return { spot: own ?? { slot: null, kind, color }, article };
}
