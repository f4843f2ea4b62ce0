import type { PollTarget } from './poll-device';
import { Community } from './snmp/credentials';

/** One configured printer: where it is and how it is asked. */
export interface CollectorTarget extends PollTarget {
  credentials: Community;
  version: '1' | '2c';
}

/**
 * Reads `udp://host:port?community=...&version=1|2c`; port 161, community public and 2c are the defaults.
 * @throws when it is not of this form; the message does not repeat the community
 */
export function parseTarget(text: string): CollectorTarget {
  if (!URL.canParse(text)) throw new Error('a target is written udp://host:port?community=...');
  const url = new URL(text);
  const version = url.searchParams.get('version') ?? '2c';
  if (url.protocol !== 'udp:' || url.hostname === '')
    throw new Error('a target is written udp://host:port?community=...');
  if (version !== '1' && version !== '2c') throw new Error('the version of a target is 1 or 2c');
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? 161 : Number(url.port),
    credentials: new Community(url.searchParams.get('community') ?? 'public'),
    version,
  };
}

/** How a device is named in polls and logs: its host, with the port only where it is not SNMP's own. */
export function addressOf(target: PollTarget): string {
  return target.port === 161 ? target.host : `${target.host}:${target.port}`;
}
