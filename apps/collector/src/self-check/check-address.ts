import type { CollectorConfig } from '../config';
import { PacketAllowance } from '../discovery/packet-allowance';
import { probe } from '../discovery/probe';
import { wantedBy } from '../discovery/search';
import { failureCode } from '../failure-code';
import { pollTarget } from '../poll-target';
import type { CollectorStatus } from '../status';

/**
 * Tries one address for somebody at the site. Only such as this collector may ask anyway: the page is no way to have
 * it ask around. @returns words; no credential is in them
 */
export async function checkAddress(
  address: string,
  config: CollectorConfig,
  status: CollectorStatus,
): Promise<string> {
  const ranges = [...config.ranges, ...status.coverage.map(({ range }) => range)];
  const own = config.targets.find(({ host }) => host === address);
  if (!own && !wantedBy({ ranges, excludeAddresses: config.excludeAddresses })(address))
    return "is not in this collector's ranges";
  const finding = own
    ? ({ kind: 'printer', target: own } as const)
    : await probe(address, { ...config, allowance: new PacketAllowance(config.packetsPerSecond) });
  if (finding.kind === 'other') return 'answers, but is no printer';
  if (finding.kind === 'silent')
    return 'does not answer: off, unreachable, or another community or SNMP version';
  try {
    const { identity, meters, supplies } = await pollTarget(finding.target, config);
    const name = [identity.maker, identity.model, identity.serial].filter(Boolean).join(' ');
    return `is read: ${name}, ${meters.length} counters, ${supplies.length} supplies`;
  } catch (error) {
    return `could not be read (${failureCode(error)})`;
  }
}
