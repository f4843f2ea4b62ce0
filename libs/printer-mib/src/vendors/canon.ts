import type { Meter } from '../poll';
import { cleanText } from '../text';
import { countAt, rowsUnder, type Varbinds } from '../varbinds';
import { counter, type VendorProfile, vendorMeter } from './profile';

const BASE = '1.3.6.1.4.1.1602.1';
const NUMBERED = `${BASE}.11.1.3.1.4`;
const NAMES = `${BASE}.11.2.1.1.2`;
const VALUES = `${BASE}.11.2.1.1.3`;

/** Names of counters that some models write beside the value. */
const METER_OF_NAME: Readonly<Record<string, string>> = {
  'total 1': 'total',
  'total (black 1)': 'mono',
  'total (black/large)': 'mono_large',
  'total (black/small)': 'mono_small',
  'total (full color + single color/large)': 'color_large',
  'total (full color + single color/small)': 'color_small',
  'print (total 1)': 'print_total',
  'copy (total 1)': 'copy_total',
  'scan (total 1)': 'scan',
};

/**
 * Canon. OIDs: GLPI agent, Zabbix community templates; they name 101, 112, 113, 122 and 123 differently (copy
 * against total), so the life count of the Printer MIB goes before 101.
 */
export const canon: VendorProfile = {
  maker: 'Canon',
  enterprises: [1602],
  hint: /^canon\b/i,
  brands: /^canon\s+/i,
  modelOids: [`${BASE}.1.1.1.0`],
  serialOids: [`${BASE}.2.1.8.1.3.1.1`],
  firmwareOids: [`${BASE}.1.1.4.0`],
  counters: [
    counter('total', 'impressions', `${NUMBERED}.101`),
    counter('mono_large', 'impressions', `${NUMBERED}.112`),
    counter('mono_small', 'impressions', `${NUMBERED}.113`),
    counter('color_large', 'impressions', `${NUMBERED}.122`),
    counter('color_small', 'impressions', `${NUMBERED}.123`),
    counter('print_total', 'impressions', `${NUMBERED}.301`),
    counter('scan', 'other', `${NUMBERED}.501`),
  ],
  gets: [`${NUMBERED}.109`, `${NUMBERED}.124`],
  walks: [NAMES, VALUES],
  moreMeters: (varbinds, counted) => [...named(varbinds), ...byColor(varbinds, counted)],
};

function named(varbinds: Varbinds): Meter[] {
  return rowsUnder(varbinds, NAMES).flatMap((row) => {
    const kind = METER_OF_NAME[cleanText(row.value).toLowerCase()];
    const value = countAt(varbinds, `${VALUES}.${row.index}`);
    if (kind === undefined || value === undefined) return [];
    return [vendorMeter(kind, value, kind === 'scan' ? 'other' : 'impressions')];
  });
}

/** Large and small once each; without them the counters 109 and 124, in which a large page may count twice. */
function byColor(varbinds: Varbinds, counted: ReadonlyMap<string, Meter>): Meter[] {
  const meters = new Map([...named(varbinds), ...counted.values()].map((meter) => [meter.kind, meter.value]));
  return (['mono', 'color'] as const).flatMap((kind) => {
    const large = meters.get(`${kind}_large`);
    const small = meters.get(`${kind}_small`);
    const whole = large !== undefined && small !== undefined ? large + small : undefined;
    const value = whole ?? countAt(varbinds, `${NUMBERED}.${kind === 'mono' ? 109 : 124}`);
    return value === undefined ? [] : [vendorMeter(kind, value, 'impressions')];
  });
}
