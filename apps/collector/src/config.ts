import { hostname } from 'node:os';
import { join } from 'node:path';
import { parseAddressRange } from '@platen/kernel/address-range';
import type { SnmpCredentials } from './snmp/credentials';
import { localCredentials } from './snmp/local-credentials';
import { type CollectorTarget, parseTarget } from './target';

/** Settings, checked and complete. */
export interface CollectorConfig {
  /** the gateway; to another machine only over https, because the key travels with every upload */
  url: string;
  /** permits http to another machine, inside a private network such as that of the containers */
  allowHttp: boolean;
  /** collector key, made on the portal's keys page */
  key: string;
  targets: readonly CollectorTarget[];
  spoolDirectory: string;
  /** between two rounds; null: as the portal says, 900 where it says nothing */
  intervalSeconds: number | null;
  /** devices asked at the same time */
  concurrency: number;
  /** milliseconds until a request to a printer is sent again */
  timeoutMs: number;
  retries: number;
  /** bytes of polls kept while the gateway is away; beyond it the oldest are given up, and that is logged */
  spoolMaxBytes: number;
  /** first and longest wait between attempts to upload */
  backoffMs: { first: number; longest: number };
  /** credentials that a search tries in turn; they stay on this machine */
  credentials: readonly SnmpCredentials[];
  /** ranges to search beside those of the portal */
  ranges: readonly string[];
  /** addresses and ranges that are never asked, beside those of the portal */
  excludeAddresses: readonly string[];
  /** permits searching ranges of public addresses */
  allowPublic: boolean;
  /** UDP and TCP ports at which a search asks */
  snmpPort: number;
  ippPort: number;
  /** packets of a search: each second, and for each range in one round */
  packetsPerSecond: number;
  packetsPerRange: number;
  /** Ed25519 key, SPKI in base64, whose statements about newer versions are shown; null: none is */
  releasePublicKey: string | null;
  /** how this machine is called in the portal where nobody gave the collector a name */
  hostName: string;
}

const defaults = {
  allowHttp: false,
  intervalSeconds: null,
  concurrency: 8,
  timeoutMs: 2000,
  retries: 3,
  spoolMaxBytes: 200_000_000,
  backoffMs: { first: 1000, longest: 300_000 },
  credentials: localCredentials([], undefined),
  ranges: [],
  excludeAddresses: [],
  allowPublic: false,
  snmpPort: 161,
  ippPort: 631,
  packetsPerSecond: 50,
  packetsPerRange: 10_000,
  releasePublicKey: null,
  hostName: hostname(),
} satisfies Partial<CollectorConfig>;

/** Settings as they are given; each target as `udp://host:port?community=...&version=1|2c`. */
export type CollectorSettings = Omit<CollectorConfig, keyof typeof defaults | 'targets'> &
  Partial<Pick<CollectorConfig, keyof typeof defaults>> & { targets: readonly string[] };

/**
 * Checks settings, by hand: zod would cost a sixth of the memory that a collector may have.
 * @throws with one line per setting that is wrong; values are not repeated
 */
export function checkConfig(settings: CollectorSettings): CollectorConfig {
  const config = withDefaults(settings);
  const wrong: string[] = [];
  const demand = (isRight: boolean, line: string) => isRight || wrong.push(line);
  wrong.push(...urlFaults(config.url, config.allowHttp));
  demand(config.key.length >= 8, 'key: must have at least 8 characters');
  demand(config.spoolDirectory !== '', 'spoolDirectory: must be a folder');
  demand(config.intervalSeconds === null || config.intervalSeconds > 0, 'intervalSeconds: must be above 0');
  demand(
    Number.isInteger(config.concurrency) && config.concurrency > 0,
    'concurrency: must be a whole number above 0',
  );
  demand(config.timeoutMs > 0, 'timeoutMs: must be above 0');
  demand(Number.isInteger(config.retries) && config.retries >= 0, 'retries: must be a whole number');
  demand(config.spoolMaxBytes > 0, 'spoolMaxBytes: must be above 0');
  for (const port of ['snmpPort', 'ippPort'] as const)
    demand(
      Number.isInteger(config[port]) && config[port] > 0 && config[port] < 65_536,
      `${port}: must be a port, 1 to 65535`,
    );
  demand(config.packetsPerSecond > 0, 'packetsPerSecond: must be above 0');
  demand(config.packetsPerRange > 0, 'packetsPerRange: must be above 0');
  for (const list of ['ranges', 'excludeAddresses'] as const)
    demand(
      config[list].every((text) => parseAddressRange(text) !== null),
      `${list}: 10.1.2.0/24, 10.1.2.10-10.1.2.40, an address or the name of a host, by comma`,
    );
  const targets = config.targets.flatMap((text, at) =>
    targetOr(text, (reason) => wrong.push(`targets.${at}: ${reason}`)),
  );
  if (wrong.length > 0) throw new Error(`Collector settings are wrong.\n${wrong.join('\n')}`);
  return { ...config, targets };
}

/** A setting that is undefined counts as not given. */
function withDefaults(
  settings: CollectorSettings,
): Omit<CollectorConfig, 'targets'> & { targets: readonly string[] } {
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  return { ...settings, ...defaults, ...given };
}

function urlFaults(url: string, allowHttp: boolean): string[] {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    return ['url: must be an http(s) address'];
  return allowHttp || !isOpenHttp(url)
    ? []
    : ['url: must be https outside this machine (COLLECTOR_ALLOW_HTTP=true inside a private network)'];
}

/** @throws when the address is none, or would send a key in the open */
export function assertUrl(url: string, allowHttp: boolean): void {
  const [fault] = urlFaults(url, allowHttp);
  if (fault) throw new Error(fault);
}

/**
 * Settings from environment variables, not yet checked; address and key from there, else from the exchange of a code.
 * @throws when there is neither
 */
export function settingsFromEnvironment(
  env: NodeJS.ProcessEnv,
  enrolled: { readonly url: string; readonly key: string } | null = null,
): CollectorSettings {
  const url = env.PLATEN_URL || enrolled?.url;
  const key = env.PLATEN_COLLECTOR_KEY || enrolled?.key;
  if (!url || !key)
    throw new Error(
      'This collector has no key yet. Start it once with: enrol --url https://... --code XXXX-XXXX-XXXX',
    );
  const file = env.COLLECTOR_CREDENTIALS_FILE || undefined;
  return {
    url,
    key,
    allowHttp: env.COLLECTOR_ALLOW_HTTP === 'true',
    targets: listOf(env.COLLECTOR_TARGETS),
    spoolDirectory: env.COLLECTOR_SPOOL_DIR || join(stateDirectoryOf(env), 'spool'),
    intervalSeconds: numberOf(env.COLLECTOR_INTERVAL_SECONDS),
    concurrency: numberOf(env.COLLECTOR_CONCURRENCY),
    timeoutMs: numberOf(env.COLLECTOR_TIMEOUT_MS),
    retries: numberOf(env.COLLECTOR_RETRIES),
    spoolMaxBytes: numberOf(env.COLLECTOR_SPOOL_MAX_BYTES),
    credentials: localCredentials(listOf(env.COLLECTOR_COMMUNITIES), file),
    ranges: listOf(env.COLLECTOR_RANGES),
    excludeAddresses: listOf(env.COLLECTOR_EXCLUDE),
    allowPublic: env.COLLECTOR_ALLOW_PUBLIC === 'true',
    snmpPort: numberOf(env.COLLECTOR_SNMP_PORT),
    ippPort: numberOf(env.COLLECTOR_IPP_PORT),
    packetsPerSecond: numberOf(env.COLLECTOR_PACKETS_PER_SECOND),
    packetsPerRange: numberOf(env.COLLECTOR_PACKETS_PER_RANGE),
    releasePublicKey: env.COLLECTOR_RELEASE_KEY || null,
  };
}

/** Where the key, what was found and the spool are kept; systemd says it by STATE_DIRECTORY. */
export function stateDirectoryOf(env: NodeJS.ProcessEnv): string {
  return env.COLLECTOR_STATE_DIR || env.STATE_DIRECTORY || '.';
}

/** Where the self-check page answers; null where PORT=off. */
export function pagePlace(env: NodeJS.ProcessEnv): { readonly host: string; readonly port: number } | null {
  if (env.PORT === 'off') return null;
  return { host: env.HOST || '127.0.0.1', port: numberOf(env.PORT) ?? DEFAULT_PAGE_PORT };
}

/** TCP port of the self-check page when PORT does not say another. */
const DEFAULT_PAGE_PORT = 8632;

function listOf(text = ''): string[] {
  return text.split(',').flatMap((entry) => entry.trim() || []);
}

/** Undefined takes the default; text that is no number becomes NaN, which no check lets through. */
function numberOf(text: string | undefined): number | undefined {
  return text ? Number(text) : undefined;
}

function isOpenHttp(url: string): boolean {
  if (!URL.canParse(url) || !url.startsWith('http:')) return false;
  return !['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

function targetOr(text: string, refuse: (reason: string) => void): CollectorTarget[] {
  try {
    return [parseTarget(text)];
  } catch (error) {
    refuse(error instanceof Error ? error.message : 'is no target');
    return [];
  }
}
