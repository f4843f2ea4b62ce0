import type { Meter } from '../poll';
import { countAt, type Varbinds } from '../varbinds';
import { counter, type VendorProfile, vendorMeter } from './profile';

const COUNTS = '1.3.6.1.4.1.253.8.53.13.2.1.6';
const MAILED = `${COUNTS}.10.20.11`;
const SAVED = `${COUNTS}.10.20.12`;

/** Xerox. OIDs: LibreNMS, GLPI agent, nine Zabbix templates. */
export const xerox: VendorProfile = {
  maker: 'Xerox',
  enterprises: [253, 128],
  hint: /^xerox\b/i,
  brands: /^xerox\s+/i,
  deviceIdOids: ['1.3.6.1.4.1.253.8.51.1.2.1.20.1'],
  ownModelFirst: true,
  counters: [
    counter('print_total', 'impressions', `${COUNTS}.1.20.1`),
    counter('print_color', 'impressions', `${COUNTS}.1.20.33`),
    counter('print_mono', 'impressions', `${COUNTS}.1.20.34`),
    counter('copy_color', 'impressions', `${COUNTS}.11.20.25`),
    counter('copy_mono', 'impressions', `${COUNTS}.11.20.3`),
  ],
  gets: [MAILED, SAVED],
  moreMeters: scans,
};

/** Scans sent by mail and saved on the network; a model may have one of the two. */
function scans(varbinds: Varbinds): Meter[] {
  const parts = [MAILED, SAVED].flatMap((oid) => countAt(varbinds, oid) ?? []);
  return parts.length === 0
    ? []
    : [
        vendorMeter(
          'scan',
          parts.reduce((a, b) => a + b),
          'other',
        ),
      ];
}

/** Fuji Xerox, since 2021 FUJIFILM Business Innovation: the standard tables only. */
export const fujifilm: VendorProfile = {
  maker: 'FUJIFILM',
  enterprises: [297],
  hint: /^fuji(film|\s?xerox)\b/i,
  brands: /^fuji(film|\s?xerox)\s+/i,
};
