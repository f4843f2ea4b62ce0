import { HR_DEVICE_PRINTER, decodePoll, host, printer, system } from '@platen/printer-mib';
import type { DecodedPoll, Varbinds } from '@platen/printer-mib';
import { type IppTarget, pollIpp } from '../ipp/poll-ipp';
import { collect } from '../poll-device';
import { Community, type SnmpCredentials } from '../snmp/credentials';
import { openSession } from '../snmp/net-snmp-session';
import { AccessRefusedError, DeviceSilentError, type RequestBudget } from '../snmp/session';
import type { CollectorTarget, SnmpTarget } from '../target';
import type { PacketAllowance } from './packet-allowance';

/** What stands at an address: a printer and how it is asked, something else, or nothing that answers us. */
export type Finding =
  | { readonly kind: 'printer'; readonly target: CollectorTarget }
  | { readonly kind: 'other' }
  | { readonly kind: 'silent' };

/** How an address is tried. */
export interface ProbeOptions {
  readonly credentials: readonly SnmpCredentials[];
  readonly snmpPort: number;
  readonly ippPort: number;
  readonly timeoutMs: number;
  readonly allowance: PacketAllowance;
}

/** Sends again once: a packet lost must not hide a printer until the next search. */
const RETRIES = 1;
/** Requests of the longest look at one address: a whole poll, for machines that know only their maker's own objects. */
const MAX_REQUESTS = 120;

/** Objects of which a printer has at least one under its usual index; all in one packet. */
const FIRST_LOOK = [
  system.sysObjectID,
  system.sysDescr,
  `${host.hrDeviceType}.1`,
  `${printer.prtMarkerLifeCount}.1.1`,
  `${printer.prtMarkerSuppliesLevel}.1.1`,
];

/**
 * Finds out what stands at an address: by SNMP with each credential in turn, v2c before v1, then by IPP. A host without
 * Printer MIB is looked at once more by a whole poll: it is a printer when that brings counters or supplies.
 * @throws what is no matter of the address, for example a socket that cannot be opened
 */
export async function probe(address: string, options: ProbeOptions): Promise<Finding> {
  let answered = false;
  for (const target of attempts(address, options)) {
    const finding = await askSnmp(target, options);
    if (finding.kind === 'printer') return finding;
    answered ||= finding.kind === 'other';
    if (finding.kind === 'other') break; // another credential would find the same machine
  }
  const byIpp = await askIpp(address, options);
  if (byIpp) return byIpp;
  return { kind: answered ? 'other' : 'silent' };
}

function attempts(address: string, { credentials, snmpPort }: ProbeOptions): SnmpTarget[] {
  const base = { protocol: 'snmp', host: address, port: snmpPort } as const;
  const second = credentials.map((one): SnmpTarget => ({ ...base, credentials: one, version: '2c' }));
  const first = credentials
    .filter((one) => one instanceof Community)
    .map((one): SnmpTarget => ({ ...base, credentials: one, version: '1' }));
  return [...second, ...first];
}

async function askSnmp(target: SnmpTarget, { timeoutMs, allowance }: ProbeOptions): Promise<Finding> {
  const budget: RequestBudget = { used: 0, limit: MAX_REQUESTS };
  const open = (context?: string) => openSession({ ...target, timeoutMs, retries: RETRIES, context }, budget);
  await allowance.spend(1 + RETRIES);
  const session = await open();
  try {
    const seen = await session.get(FIRST_LOOK);
    if (seen.size === 0) return { kind: 'other' };
    if (isPrinter(seen) || isPrinter(await session.walk([host.hrDeviceType, printer.prtMarkerLifeCount])))
      return { kind: 'printer', target };
    if (isNetworkGear(seen)) return { kind: 'other' };
    return isPrinterPoll(decodePoll(await collect(open))) ? { kind: 'printer', target } : { kind: 'other' };
  } catch (error) {
    if (error instanceof DeviceSilentError) return { kind: 'silent' };
    // There is an SNMP engine that does not know this user: perhaps the next one.
    if (error instanceof AccessRefusedError) return { kind: 'silent' };
    return { kind: 'other' };
  } finally {
    session.close();
    await allowance.spend(Math.max(0, budget.used - 1 - RETRIES));
  }
}

/** HP's switches and computers speak under the same number as its printers. */
function isNetworkGear(varbinds: Varbinds): boolean {
  const objectId = String(varbinds.get(system.sysObjectID) ?? '');
  return ['1.3.6.1.4.1.11.2.3.7.', '1.3.6.1.4.1.11.2.3.2.'].some((below) => objectId.startsWith(below));
}

/** True for a poll that brings counters or supplies, or at least the name of a maker of printers. */
export function isPrinterPoll({ identity, meters, supplies }: DecodedPoll): boolean {
  return meters.length + supplies.length > 0 || identity.maker !== null;
}

/** True when one of the values belongs to the Printer MIB, or the host says that its device is a printer. */
function isPrinter(varbinds: Varbinds): boolean {
  return [...varbinds].some(
    ([oid, value]) => oid.startsWith('1.3.6.1.2.1.43.') || value === HR_DEVICE_PRINTER,
  );
}

async function askIpp(address: string, options: ProbeOptions): Promise<Finding | null> {
  const target: IppTarget = { host: address, port: options.ippPort, path: '/ipp/print', isSecure: false };
  await options.allowance.spend(1);
  try {
    const { supplies, identity } = await pollIpp(target, { timeoutMs: options.timeoutMs, retries: 0 });
    // Computers share their printers' queues by IPP too; those tell no supplies.
    return supplies.length > 0 && identity.model !== null
      ? { kind: 'printer', target: { protocol: 'ipp', ...target } }
      : { kind: 'other' };
  } catch {
    return null;
  }
}
