import { HR_DEVICE_PRINTER, host } from './oids';
import type { Alert, AlertSeverity, DeviceState } from './poll';
import { printer } from './oids';
import { cleanText } from './text';
import { compareOids, integerAt, octetsAt, rowsUnder, type Varbinds } from './varbinds';

/** hrPrinterDetectedErrorState, most significant bit of the first octet first (RFC 2790, RFC 3805). */
const ERROR_BITS = [
  'lowPaper',
  'noPaper',
  'lowToner',
  'noToner',
  'doorOpen',
  'jammed',
  'offline',
  'serviceRequested',
  'inputTrayMissing',
  'outputTrayMissing',
  'markerSupplyMissing',
  'outputNearFull',
  'outputFull',
  'inputTrayEmpty',
  'overduePreventMaint',
] as const;

/**
 * hrDeviceIndex of the printer among the host's devices (disks and network cards are devices too): the row
 * of type printer, else the one with a printer status, else the one that the Printer MIB is indexed by, else 1.
 */
export function printerIndex(varbinds: Varbinds): string {
  const typed = rowsUnder(varbinds, host.hrDeviceType).find((row) => row.value === HR_DEVICE_PRINTER);
  const candidates = [host.hrPrinterStatus, host.hrPrinterDetectedErrorState, printer.prtGeneralSerialNumber];
  const indexed = candidates.map((column) => rowsUnder(varbinds, column)[0]).find((row) => row !== undefined);
  return typed?.index ?? indexed?.index ?? '1';
}

/** State and error bits of the printer. Down and warning outrank what it happens to be doing. */
export function decodeStatus(varbinds: Varbinds): { state: DeviceState; errors: string[] } {
  const index = printerIndex(varbinds);
  const device = integerAt(varbinds, `${host.hrDeviceStatus}.${index}`);
  const doing = integerAt(varbinds, `${host.hrPrinterStatus}.${index}`);
  return { state: stateOf(device, doing), errors: decodeErrors(varbinds, index) };
}

/** hrDeviceStatus: 2 running, 3 warning, 4 testing, 5 down. hrPrinterStatus: 1 other, 3 idle, 4 printing, 5 warmup. */
function stateOf(device: number | undefined, doing: number | undefined): DeviceState {
  if (device === 5) return 'down';
  if (device === 3) return 'warning';
  if (doing === 4) return 'printing';
  if (doing === 5) return 'warmup';
  if (doing === 3 || device === 2) return 'idle';
  return doing === 1 || device === 4 ? 'other' : 'unknown';
}

function decodeErrors(varbinds: Varbinds, index: string): string[] {
  const octets = octetsAt(varbinds, `${host.hrPrinterDetectedErrorState}.${index}`) ?? new Uint8Array();
  return ERROR_BITS.filter((_, bit) => ((octets[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0);
}

/** Rows of prtAlertTable in index order. */
export function decodeAlerts(varbinds: Varbinds): Alert[] {
  const columns = [printer.prtAlertSeverityLevel, printer.prtAlertCode, printer.prtAlertDescription];
  const indexes = new Set(columns.flatMap((column) => rowsUnder(varbinds, column).map((row) => row.index)));
  return [...indexes].sort(compareOids).map((index) => ({
    severity: severityOf(integerAt(varbinds, `${printer.prtAlertSeverityLevel}.${index}`)),
    code: integerAt(varbinds, `${printer.prtAlertCode}.${index}`) ?? null,
    description: cleanText(varbinds.get(`${printer.prtAlertDescription}.${index}`)),
  }));
}

function severityOf(level: number | undefined): AlertSeverity {
  if (level === 3) return 'critical';
  return level === 4 || level === 5 ? 'warning' : 'other';
}
