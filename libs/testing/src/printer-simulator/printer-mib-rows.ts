import { ENTERPRISES, HR_DEVICE_PRINTER, host, printer, system } from '@platen/printer-mib';
import { type MibObject, MibView, syntax } from './mib-view';
import type { PartState, PrinterState } from './printer-state';

/** What a machine says of itself besides its counters. */
export interface PrinterLabels {
  serialNumber: string;
  name: string;
  location: string;
  errors?: readonly SimulatedError[];
}

/** Bits of hrPrinterDetectedErrorState (RFC 2790), most significant first in the first octet. */
const ERROR_BITS = {
  lowPaper: 0x80,
  noPaper: 0x40,
  doorOpen: 0x08,
  jammed: 0x04,
  offline: 0x02,
  serviceRequested: 0x01,
} as const;
export type SimulatedError = keyof typeof ERROR_BITS;

const HP = `${ENTERPRISES}.11`;
const ENGINE = `${HP}.2.3.9.4.2.1.4.1.2`;
const COLORANTS = ['black', 'cyan', 'magenta', 'yellow'];
/** percent of what is left at which a machine asks for a new cartridge, as the ones on the market do */
const LOW = 10;
const CODES = { some: -3, unknown: -2 } as const;

/** Every object that a machine serves at this moment. */
export function printerView(state: PrinterState, labels: PrinterLabels): MibView {
  const { total, color } = state.catchUp();
  const warnings = state.parts.filter((part) => isLow(part));
  return new MibView([
    ...identityRows(state, labels),
    ...statusRows(warnings, labels.errors ?? []),
    ...meterRows(state, total, color),
    ...state.parts.flatMap(supplyRows),
    ...COLORANTS.map((name, i) => text(`${printer.prtMarkerColorantValue}.1.${i + 1}`, name)),
    ...warnings.flatMap(alertRows),
  ]);
}

function identityRows({ model }: PrinterState, labels: PrinterLabels): MibObject[] {
  return [
    text(
      system.sysDescr,
      `HP ETHERNET MULTI-ENVIRONMENT,SN:${labels.serialNumber},FN:SIM1,PID:${model.name}`,
    ),
    { oid: system.sysObjectID, type: syntax.oid, value: `${HP}.2.3.9.1` },
    text(system.sysName, labels.name),
    text(system.sysLocation, labels.location),
    { oid: `${host.hrDeviceType}.1`, type: syntax.oid, value: HR_DEVICE_PRINTER },
    text(`${host.hrDeviceDescr}.1`, model.name),
    text(`${printer.prtGeneralSerialNumber}.1`, labels.serialNumber),
    text(`${HP}.2.3.9.4.2.1.1.3.5.0`, '20260301'),
  ];
}

/** Running, or in warning with the bits of low and empty toner; an empty cartridge or an error stops the machine. */
function statusRows(warnings: readonly PartState[], errors: readonly SimulatedError[]): MibObject[] {
  const isEmpty = warnings.some((part) => part.level === 0);
  const isDown = isEmpty || errors.length > 0;
  const toner = (warnings.length > 0 ? 0x20 : 0) | (isEmpty ? 0x10 : 0);
  const bits = errors.reduce((set, error) => set | ERROR_BITS[error], toner);
  return [
    integer(`${host.hrDeviceStatus}.1`, isDown ? 5 : warnings.length > 0 ? 3 : 2),
    integer(`${host.hrPrinterStatus}.1`, isDown ? 1 : 3),
    { oid: `${host.hrPrinterDetectedErrorState}.1`, type: syntax.octets, value: Buffer.from([bits]) },
  ];
}

function meterRows({ model }: PrinterState, total: number, color: number): MibObject[] {
  const counter = (oid: string, value: number): MibObject => ({ oid, type: syntax.counter32, value });
  return [
    integer(`${printer.prtMarkerCounterUnit}.1.1`, 7),
    counter(`${printer.prtMarkerLifeCount}.1.1`, total),
    counter(`${ENGINE}.5.0`, total),
    counter(`${ENGINE}.6.0`, total - color),
    ...(model.isColor ? [counter(`${ENGINE}.7.0`, color)] : []),
  ];
}

function supplyRows(part: PartState, at: number): MibObject[] {
  const index = `1.${at + 1}`;
  const isCounted = typeof part.level === 'number';
  const colorant = COLORANTS.indexOf(part.color) + 1;
  return [
    integer(`${printer.prtMarkerSuppliesColorantIndex}.${index}`, colorant),
    integer(`${printer.prtMarkerSuppliesClass}.${index}`, part.receptacle ? 4 : 3),
    integer(`${printer.prtMarkerSuppliesType}.${index}`, part.type),
    text(
      `${printer.prtMarkerSuppliesDescription}.${index}`,
      `${part.description}, PN ${part.partNumber};SN${part.serial}`,
    ),
    integer(`${printer.prtMarkerSuppliesSupplyUnit}.${index}`, 19),
    integer(`${printer.prtMarkerSuppliesMaxCapacity}.${index}`, isCounted ? 100 : -2),
    integer(
      `${printer.prtMarkerSuppliesLevel}.${index}`,
      typeof part.level === 'number' ? Math.round(part.level) : CODES[part.level],
    ),
  ];
}

/** prtAlertCode: 1104 toner low, 1101 toner empty, 1107 waste almost full, 1109 full; other parts 12 and 13. */
function alertRows(part: PartState, at: number): MibObject[] {
  const isEmpty = part.level === 0;
  const codes = { 3: [1104, 1101], 4: [1107, 1109] }[part.type] ?? [12, 13];
  const words = part.receptacle ? ['almost full', 'full'] : ['low', 'empty'];
  const index = `1.${at + 1}`;
  return [
    integer(`${printer.prtAlertSeverityLevel}.${index}`, isEmpty ? 3 : 5),
    integer(`${printer.prtAlertCode}.${index}`, codes[isEmpty ? 1 : 0] ?? 1),
    text(`${printer.prtAlertDescription}.${index}`, `${part.description} ${words[isEmpty ? 1 : 0]}`),
  ];
}

function isLow(part: PartState): boolean {
  return typeof part.level === 'number' && part.level <= LOW;
}

function text(oid: string, value: string): MibObject {
  return { oid, type: syntax.octets, value };
}

function integer(oid: string, value: number): MibObject {
  return { oid, type: syntax.integer, value };
}
