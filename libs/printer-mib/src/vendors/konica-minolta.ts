import { counter, type VendorProfile } from './profile';

const BASE = '1.3.6.1.4.1.18334.1.1.1';
const TOTALS = `${BASE}.5.7.2.1`;
const BY_FUNCTION = `${BASE}.5.7.2.2.1.5`;
const OLDER = `${BASE}.5.7.2.3.1`;

/** Konica Minolta, also under the Develop badge. OIDs: LibreNMS, GLPI agent. */
export const konicaMinolta: VendorProfile = {
  maker: 'Konica Minolta',
  enterprises: [18334, 2590],
  hint: /konica|minolta|bizhub|\bineo\b/i,
  brands: /^konica\s+minolta\s+/i,
  modelOids: [`${BASE}.1.6.2.1.0`],
  firmwareOids: [`${BASE}.1.6.1.0`],
  ownModelFirst: true,
  firmwareTable: { names: `${BASE}.5.5.1.1.2`, versions: `${BASE}.5.5.1.1.3`, row: /contr|main|system/i },
  counters: [
    counter('total', 'impressions', `${TOTALS}.1.0`),
    counter('duplex', 'sheets', `${TOTALS}.3.0`),
    counter('scan', 'other', `${TOTALS}.5.0`, `${OLDER}.5.1`),
    counter('copy_mono', 'impressions', `${BY_FUNCTION}.1.1`),
    counter('print_mono', 'impressions', `${BY_FUNCTION}.1.2`, `${OLDER}.7.1`),
    counter('copy_color', 'impressions', `${BY_FUNCTION}.2.1`),
    counter('print_color', 'impressions', `${BY_FUNCTION}.2.2`, `${OLDER}.11.1`),
  ],
};
