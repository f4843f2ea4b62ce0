import type { PollTarget } from './poll-device';
import {
  type AuthProtocol,
  Community,
  type PrivProtocol,
  type SnmpCredentials,
  SnmpUser,
  authProtocols,
  privProtocols,
} from './snmp/credentials';

/** One configured printer: where it is and how it is asked. */
export interface CollectorTarget extends PollTarget {
  credentials: SnmpCredentials;
  version: '1' | '2c';
}

const FORM = 'a target is written udp://host:port?community=... or udp://host:port?version=3&user=...';

/**
 * Reads `udp://host:port?community=...&version=1|2c`, or for SNMP v3
 * `udp://host:port?version=3&user=...&auth=sha256&authKey=...&priv=aes&privKey=...`. Port 161, community public, 2c,
 * sha256 and aes are the defaults; without privKey the user asks in clear.
 * @throws when it is not of this form; the message repeats neither community nor keys
 */
export function parseTarget(text: string): CollectorTarget {
  if (!URL.canParse(text)) throw new Error(FORM);
  const url = new URL(text);
  if (url.protocol !== 'udp:' || url.hostname === '') throw new Error(FORM);
  const version = url.searchParams.get('version') ?? '2c';
  if (version !== '1' && version !== '2c' && version !== '3')
    throw new Error('the version of a target is 1, 2c or 3');
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? 161 : Number(url.port),
    credentials:
      version === '3'
        ? userOf(url.searchParams)
        : new Community(url.searchParams.get('community') ?? 'public'),
    version: version === '1' ? '1' : '2c',
  };
}

function userOf(given: URLSearchParams): SnmpUser {
  const privKey = given.get('privKey');
  return new SnmpUser({
    name: given.get('user') ?? '',
    auth: {
      protocol: oneOf<AuthProtocol>('auth', given.get('auth') ?? 'sha256', authProtocols),
      key: given.get('authKey') ?? '',
    },
    ...(privKey !== null && {
      priv: {
        protocol: oneOf<PrivProtocol>('priv', given.get('priv') ?? 'aes', privProtocols),
        key: privKey,
      },
    }),
  });
}

function oneOf<Name extends string>(setting: string, given: string, known: readonly Name[]): Name {
  const found = known.find((name) => name === given);
  if (!found) throw new Error(`${setting} of a target is one of ${known.join(', ')}`);
  return found;
}

/** How a device is named in polls and logs: its host, with the port only where it is not SNMP's own. */
export function addressOf(target: PollTarget): string {
  return target.port === 161 ? target.host : `${target.host}:${target.port}`;
}
