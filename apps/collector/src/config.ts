import { z } from 'zod';
import { parseTarget } from './target';

const target = z.string().transform((text, context) => {
  try {
    return parseTarget(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'is no target' });
    return z.NEVER;
  }
});

const isLoopback = (url: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

const collectorConfig = z
  .object({
    /** the gateway; outside this machine only over https, because the key travels with every upload */
    url: z.url({ protocol: /^https?$/ }),
    /** permits http to another machine, inside a private network such as that of the containers */
    allowHttp: z.boolean().default(false),
    /** collector key, made on the portal's keys page */
    key: z.string().min(8),
    /** udp://host:port?community=...&version=1|2c */
    targets: z.array(target),
    spoolDirectory: z.string().min(1),
    intervalSeconds: z.number().positive().default(900),
    /** devices asked at the same time */
    concurrency: z.int().positive().default(8),
    timeoutMs: z.int().positive().default(2000),
    retries: z.int().min(0).default(3),
    /** bytes of polls kept while the gateway is away; beyond it the oldest are given up, and that is logged */
    spoolMaxBytes: z.int().positive().default(200_000_000),
    /** first and longest wait between attempts to upload */
    backoffMs: z
      .object({ first: z.number().positive(), longest: z.number().positive() })
      .default({ first: 1000, longest: 300_000 }),
  })
  .refine(({ url, allowHttp }) => allowHttp || url.startsWith('https:') || isLoopback(url), {
    path: ['url'],
    message: 'must be https outside this machine (COLLECTOR_ALLOW_HTTP=true inside a private network)',
  });

/** Settings as they are given. */
export type CollectorSettings = z.input<typeof collectorConfig>;
/** Settings, checked and complete. */
export type CollectorConfig = z.output<typeof collectorConfig>;

/** Checks settings. @throws with one line per setting that is wrong; values are not repeated */
export function checkConfig(settings: CollectorSettings): CollectorConfig {
  const checked = collectorConfig.safeParse(settings);
  if (checked.success) return checked.data;
  const lines = checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Collector settings are wrong.\n${lines.join('\n')}`);
}

const environment = z.object({
  PLATEN_URL: z.string(),
  PLATEN_COLLECTOR_KEY: z.string(),
  COLLECTOR_ALLOW_HTTP: z.stringbool().default(false),
  COLLECTOR_TARGETS: z.string().default(''),
  COLLECTOR_SPOOL_DIR: z.string().default('spool'),
  COLLECTOR_INTERVAL_SECONDS: z.coerce.number().default(900),
  COLLECTOR_CONCURRENCY: z.coerce.number().default(8),
  COLLECTOR_TIMEOUT_MS: z.coerce.number().default(2000),
  COLLECTOR_RETRIES: z.coerce.number().default(3),
  COLLECTOR_SPOOL_MAX_BYTES: z.coerce.number().default(200_000_000),
});

/** Settings from environment variables, not yet checked. @throws when a variable without default is not set */
export function settingsFromEnvironment(variables: NodeJS.ProcessEnv): CollectorSettings {
  const env = environment.safeParse(variables);
  if (!env.success)
    throw new Error(`Not set: ${env.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
  return {
    url: env.data.PLATEN_URL,
    key: env.data.PLATEN_COLLECTOR_KEY,
    allowHttp: env.data.COLLECTOR_ALLOW_HTTP,
    targets: env.data.COLLECTOR_TARGETS.split(',').flatMap((text) => text.trim() || []),
    spoolDirectory: env.data.COLLECTOR_SPOOL_DIR,
    intervalSeconds: env.data.COLLECTOR_INTERVAL_SECONDS,
    concurrency: env.data.COLLECTOR_CONCURRENCY,
    timeoutMs: env.data.COLLECTOR_TIMEOUT_MS,
    retries: env.data.COLLECTOR_RETRIES,
    spoolMaxBytes: env.data.COLLECTOR_SPOOL_MAX_BYTES,
  };
}

/** TCP port on which /livez and /readyz answer; undefined for none. */
export function healthPort(variables: NodeJS.ProcessEnv): number | undefined {
  return z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .optional()
    .parse(variables.PORT || undefined);
}
