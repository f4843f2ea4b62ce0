import {
  type AddressRange,
  holds,
  isPrivateRange,
  parseAddressRange,
  sizeOf,
  textOfAddress,
} from '@platen/kernel/address-range';
import type { Coverage } from '../gateway/conversation';
import type { Log } from '../log';
import { addressOf } from '../target';
import type { Found } from './found';
import type { Finding } from './probe';
import type { PacketAllowance } from './packet-allowance';

/** What a search works with. */
export interface SearchParts {
  readonly found: Found;
  readonly allowance: PacketAllowance;
  readonly probe: (address: string) => Promise<Finding>;
  /** packets after which a range waits for the next round */
  readonly packetsPerRange: number;
  readonly allowPublic: boolean;
  readonly concurrency: number;
  readonly now: () => number;
  readonly log: Log;
}

/** A range to be searched, and what is never asked in it. */
export interface Wanted {
  readonly ranges: readonly string[];
  readonly excludeAddresses: readonly string[];
}

/** True for addresses that a search may ask: in a range, and not left out. */
export function wantedBy({ ranges, excludeAddresses }: Wanted): (host: string) => boolean {
  const inside = ranges.flatMap((text) => parseAddressRange(text) ?? []);
  const outside = excludeAddresses.flatMap((text) => parseAddressRange(text) ?? []);
  return (host) => inside.some((range) => holds(range, host)) && !outside.some((range) => holds(range, host));
}

/**
 * Asks the addresses of each range whose rest is over, a bounded number of packets a second and a range. What the
 * ceiling leaves is asked in the next round, because who was asked rests meanwhile.
 */
export async function search(wanted: Wanted, parts: SearchParts, signal: AbortSignal): Promise<Coverage[]> {
  const isWanted = wantedBy(wanted);
  const coverage: Coverage[] = [];
  for (const text of wanted.ranges) {
    const range = parseAddressRange(text);
    if (range === null) continue;
    if (!isPrivateRange(range) && !parts.allowPublic) {
      parts.log('warn', 'range of public addresses is not searched', { range: text });
      coverage.push({ range: text, addresses: sizeOf(range), asked: 0, printers: 0, others: 0 });
      continue;
    }
    await searchRange(addressesOf(range).filter(isWanted), parts, signal);
    coverage.push(coverageOf(text, addressesOf(range).filter(isWanted), parts.found));
  }
  parts.found.save();
  return coverage;
}

async function searchRange(
  addresses: readonly string[],
  parts: SearchParts,
  signal: AbortSignal,
): Promise<void> {
  const { found, allowance, now, log } = parts;
  const waiting = addresses.filter((address) => !found.isResting(address, now()));
  const ceiling = allowance.sent + parts.packetsPerRange;
  const work = async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      if (signal.aborted || allowance.sent >= ceiling) return;
      const finding = await parts.probe(address).catch((): Finding => ({ kind: 'silent' }));
      found.keep(address, finding, now());
      if (finding.kind === 'printer') log('info', 'printer found', { address: addressOf(finding.target) });
    }
  };
  await Promise.all(Array.from({ length: parts.concurrency }, work));
}

function coverageOf(range: string, addresses: readonly string[], found: Found): Coverage {
  const kinds = addresses.map((address) => found.kindOf(address));
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  return {
    range,
    addresses: addresses.length,
    asked: kinds.filter((kind) => kind !== null).length,
    printers: count('printer'),
    others: count('other') + count('excluded'),
  };
}

function addressesOf(range: AddressRange): string[] {
  if (range.kind === 'host') return [range.name];
  return Array.from({ length: sizeOf(range) }, (_, i) => textOfAddress(range.first + i));
}
