import { percentLevel } from '../level';
import type { Meter, Supply, SupplyColor, SupplyKind } from '../poll';
import { octetsAt, type Varbinds } from '../varbinds';
import { isSamePart } from '../supplies';
import { brotherRecords, recordNumber, recordShare, type BrotherRecords } from './brother-records';
import { counter, type VendorProfile, vendorMeter } from './profile';

const BASE = '1.3.6.1.4.1.2435.2.3.9.4.2.1.5.5';
const COUNTERS = `${BASE}.10.0`;
const MAINTENANCE = `${BASE}.8.0`;

const METER_OF_TAG: readonly (readonly [tag: number, kind: string, unit: Meter['unit']])[] = [
  [0x00, 'total', 'impressions'],
  [0x01, 'mono', 'impressions'],
  [0x02, 'color', 'impressions'],
  [0x06, 'duplex', 'sheets'],
  [0x16, 'images', 'other'],
];

interface Part {
  kind: SupplyKind;
  color: SupplyColor;
  name: string;
  /** records in hundredths of a percent, in whole percent, and as a pair of level and full; first found counts */
  hundredths?: number;
  percent?: number;
  share?: number;
}

const COLORS = ['black', 'cyan', 'magenta', 'yellow'] as const;
const MARKERS: readonly Part[] = COLORS.map((color, i) => ({
  kind: 'toner',
  color,
  name: `${color} toner`,
  hundredths: 0x6f + i,
  percent: 0x81 + i,
  share: 0xa1 + i,
}));
const LASER_PARTS: readonly Part[] = [
  { kind: 'drum', color: 'none', name: 'drum', hundredths: 0x41 },
  { kind: 'drum', color: 'cyan', name: 'cyan drum', hundredths: 0x79 },
  { kind: 'drum', color: 'magenta', name: 'magenta drum', hundredths: 0x7a },
  { kind: 'drum', color: 'yellow', name: 'yellow drum', hundredths: 0x7b },
  { kind: 'drum', color: 'black', name: 'black drum', hundredths: 0x80 },
  { kind: 'transfer', color: 'none', name: 'belt unit', hundredths: 0x69 },
  { kind: 'fuser', color: 'none', name: 'fuser', hundredths: 0x6a },
  { kind: 'maintenance', color: 'none', name: 'laser unit', hundredths: 0x6b },
  { kind: 'maintenance', color: 'none', name: 'paper feeding kit MP', hundredths: 0x6c },
  { kind: 'maintenance', color: 'none', name: 'paper feeding kit 1', hundredths: 0x6d },
];
/** DCP-J132W, MFC-J..., and the ink tank models DCP-T, MFC-T; also the old MFC-5490CN by its records. */
const INK_MODEL = /-[JT]\d/i;

/**
 * Brother. Over the standard MIB toner is "some left" at best; the real percentages are in packed records.
 * OIDs and tags: Python library brother, GLPI agent. The maker's total is the printed pages; prtMarkerLifeCount
 * counts more (1279 against 986 on an HL-L2340DW).
 */
export const brother: VendorProfile = {
  maker: 'Brother',
  enterprises: [2435],
  hint: /^brother\b/i,
  brands: /^brother\s+/i,
  modelOids: ['1.3.6.1.4.1.2435.2.4.3.2435.5.13.3.0'],
  deviceIdOids: ['1.3.6.1.4.1.2435.2.3.9.1.1.7.0'],
  serialOids: [`${BASE}.1.0`],
  firmwareOids: [`${BASE}.17.0`, '1.3.6.1.4.1.2435.2.4.3.1240.6.5.0'],
  ownTotalFirst: true,
  counters: [counter('scan', 'other', `${BASE}.54.2.2.1.3.3`)],
  gets: [COUNTERS, MAINTENANCE],
  moreMeters: (varbinds) => {
    const records = brotherRecords(octetsAt(varbinds, COUNTERS));
    return METER_OF_TAG.flatMap(([tag, kind, unit]) => {
      const value = recordNumber(records, tag);
      return value === undefined ? [] : [vendorMeter(kind, value, unit)];
    });
  },
  moreSupplies,
  fromSysDescr: (sysDescr) => ({ firmware: /Firmware Ver\.([^\s,]+)/.exec(sysDescr)?.[1] }),
};

/** Percentages of the records: in place of the standard row of the same part, else as rows of their own. */
function moreSupplies(varbinds: Varbinds, standard: readonly Supply[], model: string | null): Supply[] {
  const records = brotherRecords(octetsAt(varbinds, MAINTENANCE));
  const rows = [...standard];
  for (const supply of recordedSupplies(records, INK_MODEL.test(model ?? ''))) {
    const at = rows.findIndex((row) => isSamePart(row, supply));
    const row = rows[at];
    if (row === undefined) rows.push(supply);
    else if (row.levelState !== 'percent') {
      rows[at] = { ...row, levelState: supply.levelState, levelPercent: supply.levelPercent };
    }
  }
  return rows;
}

function recordedSupplies(records: BrotherRecords, inkModel: boolean): Supply[] {
  const isInk =
    inkModel || MARKERS.some((part) => part.share !== undefined && records.get(part.share)?.length === 2);
  const parts = isInk ? MARKERS : [...MARKERS, ...LASER_PARTS];
  return parts.flatMap((part) => {
    const percent = percentOf(records, part);
    return percent === undefined ? [] : [asSupply(isInk ? inInk(part) : part, percent)];
  });
}

function percentOf(records: BrotherRecords, part: Part): number | undefined {
  const hundredths = part.hundredths === undefined ? undefined : recordNumber(records, part.hundredths);
  if (hundredths !== undefined) return hundredths / 100;
  const whole = part.percent === undefined ? undefined : recordNumber(records, part.percent);
  return whole ?? (part.share === undefined ? undefined : recordShare(records, part.share));
}

function inInk(part: Part): Part {
  return { ...part, kind: 'ink', name: part.name.replace('toner', 'ink') };
}

function asSupply(part: Part, percent: number): Supply {
  return {
    index: `vendor.${part.name.replaceAll(' ', '-')}`,
    description: part.name,
    kind: part.kind,
    color: part.color,
    class: 'consumed',
    ...percentLevel(percent),
    capacity: null,
    unit: 'percent',
    serial: null,
  };
}
