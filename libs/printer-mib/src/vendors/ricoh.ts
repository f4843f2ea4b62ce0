import { percentLevel, state, type Level } from '../level';
import type { Meter, Supply } from '../poll';
import { supplyColor, supplyKind } from '../supply-words';
import { cleanText } from '../text';
import { countAt, integerAt, rowsUnder, type Varbinds } from '../varbinds';
import { counter, type VendorProfile, vendorMeter } from './profile';

const BASE = '1.3.6.1.4.1.367.3.2.1';
const COUNTERS = `${BASE}.2.19.5.1`;
const TYPE = `${COUNTERS}.2`;
const VALUE = `${COUNTERS}.9`;
const TONER_NAME = `${BASE}.2.24.1.1.3`;
const TONER_LEVEL = `${BASE}.2.24.1.1.5`;

/** Row types of the counter table -> meter; several types of one meter are added (single and full colour). */
const METER_OF_TYPES: readonly { kind: string; types: readonly number[]; unit: 'impressions' | 'other' }[] = [
  { kind: 'total', types: [10], unit: 'impressions' },
  { kind: 'copy_total', types: [200], unit: 'impressions' },
  { kind: 'copy_mono', types: [201], unit: 'impressions' },
  { kind: 'copy_color', types: [202, 203], unit: 'impressions' },
  { kind: 'fax_total', types: [300], unit: 'impressions' },
  { kind: 'print_total', types: [400], unit: 'impressions' },
  { kind: 'print_mono', types: [401], unit: 'impressions' },
  { kind: 'print_color', types: [402, 403], unit: 'impressions' },
  { kind: 'scan', types: [870, 871], unit: 'other' },
];

/** Ricoh, also as Lanier, NRG, Savin, Gestetner. OIDs: LibreNMS, GLPI agent, Zabbix community templates. */
export const ricoh: VendorProfile = {
  maker: 'Ricoh',
  enterprises: [367],
  hint: /ricoh|lanier|\bnrg\b|savin|gestetner|aficio/i,
  brands: /^ricoh\s+/i,
  modelOids: [`${BASE}.1.1.1.1.0`],
  serialOids: [`${BASE}.2.1.4.0`],
  firmwareOids: [`${BASE}.1.1.1.2.0`],
  ownModelFirst: true,
  counters: [
    counter('total', 'impressions', `${BASE}.2.19.1.0`),
    counter('printed_pages', 'impressions', `${BASE}.2.19.2.0`),
  ],
  walks: [TYPE, VALUE, TONER_NAME, TONER_LEVEL],
  moreMeters: fromTable,
  moreSupplies: (varbinds, standard) => (standard.length > 0 ? [...standard] : ownToner(varbinds)),
  fromSysDescr: (sysDescr) => ({ firmware: / (\d+\.\d+[.\d]*) \/ /.exec(sysDescr)?.[1] }),
};

function fromTable(varbinds: Varbinds): Meter[] {
  const valueOfType = new Map<number, number>();
  for (const row of rowsUnder(varbinds, TYPE)) {
    const value = countAt(varbinds, `${VALUE}.${row.index}`);
    if (typeof row.value === 'number' && value !== undefined) valueOfType.set(row.value, value);
  }
  return METER_OF_TYPES.flatMap(({ kind, types, unit }) => {
    const values = types.flatMap((type) => valueOfType.get(type) ?? []);
    return values.length === 0
      ? []
      : [
          vendorMeter(
            kind,
            values.reduce((a, b) => a + b),
            unit,
          ),
        ];
  });
}

/** The maker's own toner table, for models whose standard table is empty. */
function ownToner(varbinds: Varbinds): Supply[] {
  return rowsUnder(varbinds, TONER_LEVEL).map(({ index }) => {
    const description = cleanText(varbinds.get(`${TONER_NAME}.${index}`));
    const kind = supplyKind(undefined, description || 'toner');
    return {
      index: `vendor.${index}`,
      description,
      kind,
      color: supplyColor(kind, '', description),
      class: kind === 'waste' ? 'receptacle' : 'consumed',
      ...ownLevel(integerAt(varbinds, `${TONER_LEVEL}.${index}`)),
      capacity: null,
      unit: 'percent',
      serial: null,
    };
  });
}

/** Percent, or -100 for near empty (some left), -3 some, -2 unknown. */
function ownLevel(level: number | undefined): Level {
  if (level === -100 || level === -3) return state('some');
  return level === undefined ? state('unknown') : percentLevel(level);
}
