import { servingEnvSchema } from '@platen/platform';
import { z } from 'zod';

/** Settings of the gateway, beside those of every process. */
export const gatewayEnvSchema = servingEnvSchema.extend({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  /** who may send documents of their own: everyone within the limits, or only holders of a key */
  OPEN_DOCUMENTS: z.enum(['everyone', 'keys']).default('everyone'),
  /** addresses or networks of the proxies before this gateway, comma separated; unset: believe no header */
  TRUSTED_PROXY: z.string().default(''),
  /** requests of one address and of one person or key; an anonymous one counts for ten; 0: no limit */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(0).default(6000),
  /** where weaknesses are reported; an address like mailto:security@example.org */
  SECURITY_CONTACT: z.preprocess((value) => (value === '' ? undefined : value), z.url().optional()),
  /** metrics and health on a port of their own; unset: metrics answer to this very machine only */
  METRICS_PORT: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().optional(),
  ),
});

export type GatewayEnv = z.infer<typeof gatewayEnvSchema>;
