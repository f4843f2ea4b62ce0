import { counter, type VendorProfile } from './profile';

const PML = '1.3.6.1.4.1.11.2.3.9.4.2.1';
const ENGINE = `${PML}.4.1.2`;
const SCANNER = `${PML}.2.2.1`;
const FAX = `${PML}.3.7.1`;

/**
 * HP. OIDs: LibreNMS, GLPI agent, PrintMaster. The engine total equals the life count where both were seen. The
 * scans "to host" (45, 73) are left out: they exceed the lifetime scans of the same device.
 */
export const hp: VendorProfile = {
  maker: 'HP',
  enterprises: [11],
  hint: /^(hp|hewlett[- ]packard)\b/i,
  brands: /^(hp|hewlett[- ]packard)\s+/i,
  deviceIdOids: ['1.3.6.1.4.1.11.2.3.9.1.1.7.0'],
  modelOids: [`${PML}.1.3.2.0`],
  serialOids: [`${PML}.1.3.3.0`],
  firmwareOids: [`${PML}.1.3.5.0`, `${PML}.1.3.6.0`],
  counters: [
    counter('total', 'impressions', `${ENGINE}.5.0`),
    counter('mono', 'impressions', `${ENGINE}.6.0`),
    counter('color', 'impressions', `${ENGINE}.7.0`),
    counter('duplex', 'sheets', `${ENGINE}.22.0`),
    counter('jams', 'other', `${ENGINE}.34.0`),
    counter('scan', 'other', `${SCANNER}.74.0`),
    counter('adf_scan', 'other', `${SCANNER}.44.0`),
    counter('scanner_jams', 'other', `${SCANNER}.43.0`),
    counter('fax_total', 'impressions', `${FAX}.32.0`),
    counter('adf_fax_scan', 'other', `${FAX}.31.0`),
    counter('flatbed_fax_scan', 'other', `${FAX}.36.0`),
  ],
  context: 'Jetdirect',
  /** "HP ETHERNET MULTI-ENVIRONMENT,SN:XXXX,FN:...,PID:HP LaserJet MFP M130nw" or "...,EEPROM JDI23300009,..." */
  fromSysDescr: (sysDescr) => ({
    model: /\bPID:([^,]+)/.exec(sysDescr)?.[1],
    serial: /\bSN:([^,]+)/.exec(sysDescr)?.[1],
    firmware: /\bEEPROM ([^,\s]+)/.exec(sysDescr)?.[1],
  }),
};
