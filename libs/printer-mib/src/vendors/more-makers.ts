import type { Meter } from '../poll';
import { counter, type VendorProfile, vendorMeter } from './profile';

const E = '1.3.6.1.4.1';

/** OKI. OIDs: Zabbix community template, GLPI agent. */
export const oki: VendorProfile = {
  maker: 'OKI',
  enterprises: [2001],
  hint: /^oki\b/i,
  brands: /^oki(\s+data(\s+corp(oration)?)?)?\s+/i,
  modelOids: [`${E}.2001.1.1.1.1.11.1.10.25.0`],
  serialOids: [`${E}.2001.1.1.1.1.11.1.10.45.0`],
  counters: [counter('total', 'impressions', `${E}.2001.1.1.1.1.100.1.1.1.3.1`)],
  /** "OKI OkiLAN 9450g Rev.00.69 ... PrintServer: Attached to MC873 Rev.07.87 : Copyright ..." */
  fromSysDescr: (sysDescr) => {
    const attached = /Attached to (\S+)(?:\s+Rev\.(\S+))?/.exec(sysDescr);
    return { model: attached?.[1], firmware: attached?.[2] };
  },
};

const PANTUM = `${E}.40093.1.1`;

/** Pantum. OIDs: GLPI agent; the total is the sum of copies and prints. */
export const pantum: VendorProfile = {
  maker: 'Pantum',
  enterprises: [40093],
  hint: /^pantum\b/i,
  brands: /^pantum\s+/i,
  serialOids: [`${PANTUM}.5`, `${E}.40093.6.1.2`, `${E}.40093.10.1.1.4`],
  firmwareOids: [`${PANTUM}.1`],
  counters: [
    counter('duplex', 'sheets', `${PANTUM}.3.1`),
    counter('copy_total', 'impressions', `${PANTUM}.3.9`),
    counter('print_total', 'impressions', `${PANTUM}.3.12`),
  ],
  moreMeters: (_, counted) => sumOf('total', ['copy_total', 'print_total'], counted),
};

/** Samsung. OID: Zabbix community template; it counts the black cartridge, not the device. */
export const samsung: VendorProfile = {
  maker: 'Samsung',
  enterprises: [236],
  hint: /^samsung\b/i,
  brands: /^samsung\s+/i,
  counters: [counter('other', 'impressions', `${E}.236.11.5.11.53.61.5.2.1.14.1.1`)],
  /** "Samsung M4080FX; V11.01.03.04_02-27-2017;...;S/N 08HWB..." */
  fromSysDescr: (sysDescr) => ({
    model: /^samsung\s+([^;]*?\d[^;]*?)(?:\s+OS\b|\s*;|$)/i.exec(sysDescr)?.[1],
    serial: /\bS\/N\s+(\S+)/.exec(sysDescr)?.[1],
  }),
  ownModelFirst: true,
};

/** Toshiba, office machines and label printers. OID: a public example program. */
export const toshiba: VendorProfile = {
  maker: 'Toshiba',
  enterprises: [1129],
  hint: /^toshiba\b/i,
  brands: /^toshiba\s+/i,
  counters: [counter('color', 'impressions', `${E}.1129.2.3.50.1.3.21.6.1.3.1.1`)],
};

const PANASONIC = `${E}.258.402.1.4.2.1.7`;

/** Panasonic. OIDs: Zabbix community templates. */
export const panasonic: VendorProfile = {
  maker: 'Panasonic',
  enterprises: [258],
  hint: /^panasonic\b/i,
  brands: /^panasonic\s+/i,
  counters: [
    counter('print_total', 'impressions', `${PANASONIC}.1`),
    counter('scan', 'other', `${PANASONIC}.3`),
    counter('copy_total', 'impressions', `${PANASONIC}.5`),
    counter('scan_pc', 'other', `${PANASONIC}.7`),
    counter('fax_sent', 'other', `${PANASONIC}.8`),
    counter('fax_total', 'impressions', `${PANASONIC}.9`),
  ],
};

/** Zebra label printers, whose counter is a length in inches. OIDs: LibreNMS, GLPI agent. */
export const zebra: VendorProfile = {
  maker: 'Zebra',
  enterprises: [10642, 683],
  hint: /^zebra\b|\bztc\b/i,
  brands: /^zebra\s+(technologies\s+)?/i,
  modelOids: [`${E}.683.6.2.3.2.1.15.1`, `${E}.10642.1.1.0`],
  serialOids: [`${E}.683.1.5.0`, `${E}.10642.1.9.0`],
  firmwareOids: [`${E}.683.1.9.0`, `${E}.10642.1.2.0`],
  ownModelFirst: true,
  counters: [counter('printed_length_inches', 'other', `${E}.10642.200.17.3.0`)],
};

/** Lexmark: the projects read only the standard total. hrDeviceDescr carries serial number and firmware too. */
export const lexmark: VendorProfile = {
  maker: 'Lexmark',
  enterprises: [641],
  hint: /^lexmark\b/i,
  brands: /^lexmark\s+(international,?\s*(inc\.?)?\s+)?/i,
  /** "Lexmark T640 version NS.NP.N219 kernel 2.6.6 All-N-1" */
  fromSysDescr: (sysDescr) => {
    const match = /^lexmark\s+(.+?)\s+version\s+(\S+)/i.exec(sysDescr);
    return { model: match?.[1], firmware: match?.[2] };
  },
};

/** Dell's own enterprise number; Dell printers that Lexmark or Samsung made answer under theirs. */
export const dell: VendorProfile = {
  maker: 'Dell',
  enterprises: [674],
  hint: /^dell\b/i,
  brands: /^dell\s+/i,
};

function sumOf(kind: string, parts: readonly string[], counted: ReadonlyMap<string, Meter>): Meter[] {
  const values = parts.flatMap((part) => counted.get(part)?.value ?? []);
  return values.length === 0
    ? []
    : [
        vendorMeter(
          kind,
          values.reduce((a, b) => a + b),
          'impressions',
        ),
      ];
}
