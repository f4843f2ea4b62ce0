import type { Meter } from '../poll';
import { counter, type VendorProfile, vendorMeter } from './profile';

const BASE = '1.3.6.1.4.1.1248.1.2.2';
const PAGES = `${BASE}.27.1.1`;
const BY_FUNCTION = `${BASE}.27.6.1`;

/**
 * Epson. OIDs: PrintMaster (checked against web pages of AM-C550 and WF-C17590), GLPI agent. Label printers put
 * other things in the place of the page total, so the life count goes first.
 */
export const epson: VendorProfile = {
  maker: 'Epson',
  enterprises: [1248],
  hint: /^epson\b/i,
  brands: /^epson\s+/i,
  modelOids: [`${BASE}.1.1.1.2.1`],
  deviceIdOids: [`${BASE}.1.1.1.1.1`],
  serialOids: [`${BASE}.1.1.1.5.1`],
  counters: [
    counter('total', 'impressions', `${PAGES}.30.1.1`, `${PAGES}.33.1.1`),
    counter('mono', 'impressions', `${PAGES}.3.1.1`, `${PAGES}.6.1.1`),
    counter('color', 'impressions', `${PAGES}.4.1.1`),
    counter('print_total', 'impressions', `${BY_FUNCTION}.4.1.1.1`),
    counter('print_color', 'impressions', `${BY_FUNCTION}.5.1.1.1`),
    counter('copy_total', 'impressions', `${BY_FUNCTION}.4.1.1.2`),
    counter('copy_color', 'impressions', `${BY_FUNCTION}.5.1.1.2`),
  ],
  firmwareTable: { names: `${BASE}.2.1.1.3`, versions: `${BASE}.2.1.1.2`, row: /^main/i },
  moreMeters: (_, counted) => ['print', 'copy'].flatMap((what) => monoOf(what, counted)),
};

function monoOf(what: string, counted: ReadonlyMap<string, Meter>): Meter[] {
  const total = counted.get(`${what}_total`)?.value;
  const color = counted.get(`${what}_color`)?.value;
  if (total === undefined || color === undefined || color > total) return [];
  return [vendorMeter(`${what}_mono`, total - color, 'impressions')];
}
