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
  intervalSeconds: number;
  /** devices asked at the same time */
  concurrency: number;
  /** milliseconds until a request to a printer is sent again */
  timeoutMs: number;
  retries: number;
  /** bytes of polls kept while the gateway is away; beyond it the oldest are given up, and that is logged */
  spoolMaxBytes: number;
  /** first and longest wait between attempts to upload */
  backoffMs: { first: number; longest: number };
}

const defaults = {
  allowHttp: false,
  intervalSeconds: 900,
  concurrency: 8,
  timeoutMs: 2000,
  retries: 3,
  spoolMaxBytes: 200_000_000,
  backoffMs: { first: 1000, longest: 300_000 },
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
  demand(
    URL.canParse(config.url) && /^https?:$/.test(new URL(config.url).protocol),
    'url: must be an http(s) address',
  );
  demand(
    config.allowHttp || !isOpenHttp(config.url),
    'url: must be https outside this machine (COLLECTOR_ALLOW_HTTP=true inside a private network)',
  );
  demand(config.key.length >= 8, 'key: must have at least 8 characters');
  demand(config.spoolDirectory !== '', 'spoolDirectory: must be a folder');
  demand(config.intervalSeconds > 0, 'intervalSeconds: must be above 0');
  demand(
    Number.isInteger(config.concurrency) && config.concurrency > 0,
    'concurrency: must be a whole number above 0',
  );
  demand(config.timeoutMs > 0, 'timeoutMs: must be above 0');
  demand(Number.isInteger(config.retries) && config.retries >= 0, 'retries: must be a whole number');
  demand(config.spoolMaxBytes > 0, 'spoolMaxBytes: must be above 0');
  const targets = config.targets.flatMap((text, at) =>
    targetOr(text, (reason) => wrong.push(`targets.${at}: ${reason}`)),
  );
  if (wrong.length > 0) throw new Error(`Collector settings are wrong.\n${wrong.join('\n')}`);
  return { ...config, targets };
}

/** A setting that is undefined counts as not given. */
function withDefaults(settings: CollectorSettings) {
  return {
    ...settings,
    allowHttp: settings.allowHttp ?? defaults.allowHttp,
    intervalSeconds: settings.intervalSeconds ?? defaults.intervalSeconds,
    concurrency: settings.concurrency ?? defaults.concurrency,
    timeoutMs: settings.timeoutMs ?? defaults.timeoutMs,
    retries: settings.retries ?? defaults.retries,
    spoolMaxBytes: settings.spoolMaxBytes ?? defaults.spoolMaxBytes,
    backoffMs: settings.backoffMs ?? defaults.backoffMs,
  };
}

/** Settings from environment variables, not yet checked. @throws when a variable without default is not set */
export function settingsFromEnvironment(env: NodeJS.ProcessEnv): CollectorSettings {
  const missing = ['PLATEN_URL', 'PLATEN_COLLECTOR_KEY'].filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`Not set: ${missing.join(', ')}`);
  return {
    url: env.PLATEN_URL ?? '',
    key: env.PLATEN_COLLECTOR_KEY ?? '',
    allowHttp: env.COLLECTOR_ALLOW_HTTP === 'true',
    targets: (env.COLLECTOR_TARGETS ?? '').split(',').flatMap((text) => text.trim() || []),
    spoolDirectory: env.COLLECTOR_SPOOL_DIR || 'spool',
    intervalSeconds: numberOf(env.COLLECTOR_INTERVAL_SECONDS),
    concurrency: numberOf(env.COLLECTOR_CONCURRENCY),
    timeoutMs: numberOf(env.COLLECTOR_TIMEOUT_MS),
    retries: numberOf(env.COLLECTOR_RETRIES),
    spoolMaxBytes: numberOf(env.COLLECTOR_SPOOL_MAX_BYTES),
  };
}

/** TCP port on which /livez and /readyz answer; undefined for none. */
export function healthPort(env: NodeJS.ProcessEnv): number | undefined {
  return numberOf(env.PORT);
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
