import { z } from 'zod';

/** An address or an empty string; empty and unset mean the same everywhere. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const KNOWN_SECRETS = new Set([
  'change-me',
  'changeme',
  'secret',
  'platen',
  'development-only-secret-not-for-production',
]);

/** Settings that every process of the product reads. Only the infrastructure: all else is a branch setting. */
export const platformEnvSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** the one public address; mails, links, cookies and callbacks derive from it */
  PLATEN_URL: z.url().default('http://localhost:8080'),
  /** at least 32 characters; signs subgraph tokens and derives the services' database passwords */
  PLATEN_SECRET: z
    .string()
    .min(32, 'PLATEN_SECRET needs at least 32 characters, for example: openssl rand -hex 32'),
  /** PostgreSQL 18, as a role that may create schemas and roles */
  DATABASE_URL: z.url(),
  /** unset: queues, limits and publish/subscribe live in PostgreSQL or the process */
  REDIS_URL: optional(z.url()),
  /** unset: mails are stored and marked, nothing is sent */
  SMTP_URL: optional(z.url()),
  MAIL_FROM: z.string().default('Platen <no-reply@localhost>'),
  /** file with a signed statement about a newer collector, shown to collectors; unset: none */
  COLLECTOR_RELEASE_FILE: z.string().optional(),
  /** months after which readings of counters are given up; what they sum up to stays for ever */
  RETAIN_METER_READS_MONTHS: z.coerce.number().int().min(15).max(600).default(25),
  /** months after which past supply levels are given up */
  RETAIN_SUPPLY_LEVELS_MONTHS: z.coerce.number().int().min(4).max(600).default(13),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  IDENTITY_URL: optional(z.url()),
  FLEET_URL: optional(z.url()),
  SERVICE_TICKETS_URL: optional(z.url()),
  ORDERING_URL: optional(z.url()),
  BILLING_URL: optional(z.url()),
});

export type PlatformEnv = z.infer<typeof platformEnvSchema>;

/** Settings could not be read: says which, and why, without their values. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads settings from the environment.
 * @throws SettingsError naming each bad setting; in production also for a secret known from examples
 */
export function readEnv<Schema extends z.ZodType>(
  schema: Schema,
  source: NodeJS.ProcessEnv = process.env,
): z.infer<Schema> {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `  ${issue.path.join('.') || 'settings'}: ${issue.message}`,
    );
    throw new SettingsError(`These settings stop the start:\n${lines.join('\n')}`);
  }
  refuseKnownSecret(source);
  return parsed.data;
}

function refuseKnownSecret(source: NodeJS.ProcessEnv): void {
  if ((source.NODE_ENV ?? 'production') !== 'production') return;
  const secret = source.PLATEN_SECRET;
  if (secret !== undefined && (KNOWN_SECRETS.has(secret) || new Set(secret).size < 8)) {
    throw new SettingsError(
      'PLATEN_SECRET is an example value or too simple. Make one with: openssl rand -hex 32',
    );
  }
}
