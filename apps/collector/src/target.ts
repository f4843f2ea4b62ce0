import type { IppTarget } from './ipp/poll-ipp';
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
export type CollectorTarget = SnmpTarget | (IppTarget & { readonly protocol: 'ipp' });

/** A printer that is asked by SNMP. */
export interface SnmpTarget extends PollTarget {
  readonly protocol: 'snmp';
  credentials: SnmpCredentials;
  version: '1' | '2c';
}

const SNMP_PORT = 161;
const IPP_PORT = 631;

const FORM =
  'a target is written udp://host:port?community=..., udp://host:port?version=3&user=... or ipps://host/ipp/print';

/**
 * Reads `udp://host:port?community=...&version=1|2c`, or for SNMP v3
 * `udp://host:port?version=3&user=...&auth=sha256&authKey=...&priv=aes&privKey=...`. Port 161, community public, 2c,
 * sha256 and aes are the defaults; without privKey the user asks in clear. Or by IPP: `ipps://host:631/ipp/print`, or
 * `ipp://` without TLS.
 * @throws when it is not of this form; the message repeats neither community nor keys
 */
export function parseTarget(text: string): CollectorTarget {
  if (!URL.canParse(text)) throw new Error(FORM);
  const url = new URL(text);
  if (url.hostname === '') throw new Error(FORM);
  if (url.protocol === 'ipp:' || url.protocol === 'ipps:') return ippTarget(url);
  if (url.protocol !== 'udp:') throw new Error(FORM);
  const version = url.searchParams.get('version') ?? '2c';
  if (version !== '1' && version !== '2c' && version !== '3')
    throw new Error('the version of a target is 1, 2c or 3');
  return {
    protocol: 'snmp',
    host: bareHost(url),
    port: url.port === '' ? SNMP_PORT : Number(url.port),
    credentials:
      version === '3'
        ? userOf(url.searchParams)
        : new Community(url.searchParams.get('community') ?? 'public'),
    version: version === '1' ? '1' : '2c',
  };
}

function ippTarget(url: URL): CollectorTarget {
  return {
    protocol: 'ipp',
    host: bareHost(url),
    port: url.port === '' ? IPP_PORT : Number(url.port),
    path: url.pathname === '' || url.pathname === '/' ? '/ipp/print' : url.pathname,
    isSecure: url.protocol === 'ipps:',
  };
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
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

/** How a device is named in polls and logs: its host, with the port only where it is not the protocol's own. */
export function addressOf(target: PollTarget): string {
  return target.port === SNMP_PORT || target.port === IPP_PORT
    ? target.host
    : `${target.host}:${target.port}`;
}
