import { printer } from './oids';
import type { Meter, MeterUnit } from './poll';
import { countAt, integerAt, rowsUnder, type Varbinds } from './varbinds';
import type { VendorProfile } from './vendors/profile';
import { vendorMeter } from './vendors/profile';

/** prtMarkerCounterUnit. A device that does not say its unit gets none guessed. */
const UNIT_OF: Readonly<Record<number, MeterUnit>> = { 7: 'impressions', 8: 'sheets' };

/**
 * Life counters: prtMarkerLifeCount of the first marker as `total`, and the maker's own. One meter per kind
 * (several only for `other`). Where both tables have a total, the profile says which one is the billing counter.
 */
export function decodeMeters(varbinds: Varbinds, maker: VendorProfile | undefined): Meter[] {
  const standard = standardTotal(varbinds);
  const own = maker === undefined ? [] : withTotalsThatAddUp(vendorMeters(varbinds, maker));
  const ordered = maker?.ownTotalFirst === true ? [...own, ...standard] : [...standard, ...own];
  const kinds = new Set<string>();
  return ordered.filter(
    (meter) => meter.kind === 'other' || (!kinds.has(meter.kind) && kinds.add(meter.kind)),
  );
}

function standardTotal(varbinds: Varbinds): Meter[] {
  for (const { index } of rowsUnder(varbinds, printer.prtMarkerLifeCount)) {
    const value = countAt(varbinds, `${printer.prtMarkerLifeCount}.${index}`);
    const unit = UNIT_OF[integerAt(varbinds, `${printer.prtMarkerCounterUnit}.${index}`) ?? 0] ?? 'other';
    if (value !== undefined) return [{ kind: 'total', value, unit, source: 'standard' }];
  }
  return [];
}

function vendorMeters(varbinds: Varbinds, maker: VendorProfile): Meter[] {
  const counted = (maker.counters ?? []).flatMap(({ kind, oids, unit }) => {
    const value = oids.map((oid) => countAt(varbinds, oid)).find((count) => count !== undefined);
    return value === undefined ? [] : [vendorMeter(kind, value, unit)];
  });
  const byKind = new Map(counted.map((meter) => [meter.kind, meter]));
  return [...counted, ...(maker.moreMeters?.(varbinds, byKind) ?? [])];
}

/**
 * Adds `mono` and `color` to makers that count only by function, when prints, copies and faxes add up to the
 * maker's own total exactly: then nothing is left out and nothing counted twice. Otherwise they stay absent.
 */
function withTotalsThatAddUp(meters: readonly Meter[]): Meter[] {
  const value = (kind: string) => meters.find((meter) => meter.kind === kind)?.value;
  const [printMono, printColor] = [value('print_mono'), value('print_color')];
  if (value('mono') !== undefined || printMono === undefined || printColor === undefined) return [...meters];
  const mono = printMono + (value('copy_mono') ?? 0) + (value('fax_total') ?? 0);
  const color = printColor + (value('copy_color') ?? 0);
  if (mono + color !== value('total')) return [...meters];
  const added = [vendorMeter('mono', mono, 'impressions'), vendorMeter('color', color, 'impressions')];
  return [...meters, ...added];
}
