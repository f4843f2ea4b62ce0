import { cleanText } from '../text';
import { countAt, rowsUnder, type Varbinds } from '../varbinds';
import type { Meter } from '../poll';
import { counter, type VendorProfile, vendorMeter } from './profile';

const BASE = '1.3.6.1.4.1.1347';
const BY_FUNCTION = `${BASE}.42.3.1.1.1.1`;
const BY_COLOR = `${BASE}.42.3.1.2.1.1`;
const SCANS = [`${BASE}.42.3.1.3.1.1.2`, `${BASE}.42.3.1.3.1.1.4`, `${BASE}.42.3.1.4.1.1.1`];
const SIZES = `${BASE}.42.2.1.1.1`;
const LARGE = /^(a3|ledger|tabloid|11x17)$/i;
const SIZE_COLUMN = {
  name: `${SIZES}.2`,
  total: `${SIZES}.6`,
  mono: `${SIZES}.7`,
  color: `${SIZES}.8`,
} as const;

/**
 * Kyocera, also as UTAX, Triumph-Adler and Olivetti. OIDs: GLPI agent, PrintMaster (checked against device web
 * pages). prtMarkerLifeCount counts more than was printed; the maker's total is print + copy + fax.
 */
export const kyocera: VendorProfile = {
  maker: 'Kyocera',
  enterprises: [1347],
  hint: /kyocera|ecosys|taskalfa|\butax\b|triumph[- ]adler|\bolivetti\b/i,
  brands: /^kyocera(\s+document solutions)?\s+/i,
  modelOids: [`${BASE}.43.5.1.1.1.1`],
  serialOids: [`${BASE}.43.5.1.1.28.1`],
  firmwareOids: [`${BASE}.43.5.4.1.5.1.1`],
  ownTotalFirst: true,
  counters: [
    counter('total', 'impressions', `${BASE}.43.10.1.1.12.1.1`),
    counter('print_total', 'impressions', `${BY_FUNCTION}.1`),
    counter('copy_total', 'impressions', `${BY_FUNCTION}.2`),
    counter('fax_total', 'impressions', `${BY_FUNCTION}.4`),
    counter('print_mono', 'impressions', `${BY_COLOR}.1.1`),
    counter('print_color', 'impressions', `${BY_COLOR}.1.3`),
    counter('copy_mono', 'impressions', `${BY_COLOR}.2.1`),
    counter('copy_color', 'impressions', `${BY_COLOR}.2.3`),
    counter('fax_mono', 'impressions', `${BY_COLOR}.4.1`),
    counter('scan', 'other', `${BASE}.46.10.1.1.5.3`),
  ],
  gets: [...SCANS, `${BASE}.42.2.2.1.1.3.1.1`],
  walks: Object.values(SIZE_COLUMN),
  moreMeters: (varbinds, counted) => [
    ...scans(varbinds),
    ...byFunction(counted),
    ...bySize(varbinds),
    ...largeSizes(varbinds),
  ],
};

/** Scans for copies, for faxes and for everything else; all three or nothing, a partial sum is no total. */
function scans(varbinds: Varbinds): Meter[] {
  return sum(
    'scan',
    'other',
    SCANS.map((oid) => countAt(varbinds, oid)),
  );
}

/** Multifunction models: what all functions printed in black and in full colour. */
function byFunction(counted: ReadonlyMap<string, Meter>): Meter[] {
  const parts = (...kinds: string[]) => kinds.map((kind) => counted.get(kind)?.value);
  const printed = sum('total', 'impressions', parts('print_total', 'copy_total', 'fax_total'));
  const mono = sum('mono', 'impressions', parts('print_mono', 'copy_mono', 'fax_mono'));
  const color = sum('color', 'impressions', parts('print_color', 'copy_color'));
  return [...printed, ...mono, ...color];
}

/** Single-function models: the rows of the size table, whose order differs by model, added up. */
function bySize(varbinds: Varbinds): Meter[] {
  const mono = countAt(varbinds, `${BASE}.42.2.2.1.1.3.1.1`);
  return [
    ...(mono === undefined ? [] : [vendorMeter('mono', mono, 'impressions')]),
    ...sum('mono', 'impressions', column(varbinds, SIZE_COLUMN.mono)),
    ...sum('color', 'impressions', column(varbinds, SIZE_COLUMN.color)),
  ];
}

function largeSizes(varbinds: Varbinds): Meter[] {
  const rows = rowsUnder(varbinds, SIZE_COLUMN.name).filter((row) => LARGE.test(cleanText(row.value)));
  const of = (column: string) => rows.map((row) => countAt(varbinds, `${column}.${row.index}`));
  return [
    ...sum('total_large', 'impressions', of(SIZE_COLUMN.total)),
    ...sum('mono_large', 'impressions', of(SIZE_COLUMN.mono)),
    ...sum('color_large', 'impressions', of(SIZE_COLUMN.color)),
  ];
}

function column(varbinds: Varbinds, oid: string): (number | undefined)[] {
  return rowsUnder(varbinds, oid).map((row) => countAt(varbinds, `${oid}.${row.index}`));
}

/** The sum as a meter, or nothing when a part is missing or there are no parts. */
function sum(kind: string, unit: 'impressions' | 'other', parts: readonly (number | undefined)[]): Meter[] {
  let total = 0;
  for (const part of parts) {
    if (part === undefined) return [];
    total += part;
  }
  return parts.length === 0 ? [] : [vendorMeter(kind, total, unit)];
}
