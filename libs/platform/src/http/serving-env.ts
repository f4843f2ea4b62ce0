import { z } from 'zod';
import { platformEnvSchema } from '../env';

/** Settings of a process that serves HTTP to other processes of the product. */
export const servingEnvSchema = platformEnvSchema.extend({
  /** loopback unless told otherwise; a container says its private address or 0.0.0.0 behind a private network */
  HOST: z.string().default('127.0.0.1'),
  /** 0: any free port */
  PORT: z.coerce.number().int().min(0).max(65535).default(0),
});

export type ServingEnv = z.infer<typeof servingEnvSchema>;
