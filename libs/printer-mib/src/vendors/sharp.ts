import type { Meter, MeterUnit } from '../poll';
import { cleanText } from '../text';
import { countAt, rowsUnder, type Varbinds } from '../varbinds';
import { type VendorProfile, vendorMeter } from './profile';

const VALUES = '1.3.6.1.4.1.2385.1.1.19.2.1.3';
const NAMES = '1.3.6.1.4.1.2385.1.1.19.2.1.4';

/** The name column, most telling first; a row whose name is not here is `other`. */
const METER_OF_NAME: readonly (readonly [RegExp, string, MeterUnit])[] = [
  [/^black & white total count$/i, 'mono', 'impressions'],
  [/^full color total count$/i, 'color', 'impressions'],
  [/^black & white copy count$/i, 'copy_mono', 'impressions'],
  [/^full color copy count$/i, 'copy_color', 'impressions'],
  [/^black & white print count$/i, 'print_mono', 'impressions'],
  [/^full color print count$/i, 'print_color', 'impressions'],
  [/^black & white scanner count$/i, 'scan_mono', 'other'],
  [/^full color scanner count$/i, 'scan_color', 'other'],
  [/^copies$/i, 'copy_total', 'impressions'],
  [/^prints$/i, 'print_total', 'impressions'],
  [/^duplex$/i, 'duplex', 'sheets'],
  [/^document feeder$/i, 'adf_sheets', 'sheets'],
];

/** Rows known by place, for models that send no names. */
const METER_OF_ROW: Readonly<Record<string, string>> = {
  '5.4.61': 'mono',
  '5.4.63': 'color',
  '4.4.61': 'copy_mono',
  '4.4.63': 'copy_color',
  '1.4.61': 'print_mono',
  '1.4.63': 'print_color',
};

/** Sharp: a table of counters with their names. OIDs: LibreNMS; the parts add up in recordings. */
export const sharp: VendorProfile = {
  maker: 'Sharp',
  enterprises: [2385],
  hint: /^sharp\b/i,
  brands: /^sharp\s+/i,
  modelOids: ['1.3.6.1.4.1.2385.2.1.3.2.1.4.13501.1302.1'],
  firmwareOids: ['1.3.6.1.4.1.2385.2.1.1.2.1.2.1'],
  walks: [VALUES, NAMES],
  moreMeters: fromTable,
};

function fromTable(varbinds: Varbinds): Meter[] {
  return rowsUnder(varbinds, VALUES).flatMap(({ index }) => {
    const value = countAt(varbinds, `${VALUES}.${index}`);
    if (value === undefined) return [];
    const name = cleanText(varbinds.get(`${NAMES}.${index}`));
    const [, kind, unit] = METER_OF_NAME.find(([pattern]) => pattern.test(name)) ?? [];
    if (kind !== undefined) return [vendorMeter(kind, value, unit ?? 'other')];
    const placed = name === '' ? METER_OF_ROW[index] : undefined;
    return [vendorMeter(placed ?? 'other', value, placed === undefined ? 'other' : 'impressions')];
  });
}
