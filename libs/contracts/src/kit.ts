import type { z } from 'zod';

/** A fact that happened in one service: `<service>.<noun>.<past participle>.v<n>`. Payloads hold ids and facts only. */
export interface EventDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly payload: Schema;
}

/** An order to do something, given to one handler: `<owner>.<verb>-<noun>`. */
export interface JobDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly payload: Schema;
}

export type PayloadOf<D extends EventDefinition | JobDefinition> = z.infer<D['payload']>;

const EVENT_NAME = /^[a-z-]+\.[a-z-]+\.[a-z-]+\.v\d+$/;
const JOB_NAME = /^[a-z-]+\.[a-z-]+$/;

/** Declares an event. @throws when the name is not `<service>.<noun>.<participle>.v<n>` */
export function defineEvent<Schema extends z.ZodType>(
  definition: EventDefinition<Schema>,
): EventDefinition<Schema> {
  if (!EVENT_NAME.test(definition.name)) throw new Error(`Event name not understood: ${definition.name}`);
  return Object.freeze(definition);
}

/** Declares a job. @throws when the name is not `<owner>.<verb>-<noun>` */
export function defineJob<Schema extends z.ZodType>(
  definition: JobDefinition<Schema>,
): JobDefinition<Schema> {
  if (!JOB_NAME.test(definition.name)) throw new Error(`Job name not understood: ${definition.name}`);
  return Object.freeze(definition);
}
