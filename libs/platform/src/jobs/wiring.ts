import type { EventDefinition, JobDefinition } from '@platen/contracts';
import type { AnyService } from '../service';
import { forgetPersonHandler, knowBranchHandler, sendMailHandler } from './platform-handlers';

/** Events and jobs that cross a process, as libs/contracts declares them. */
export interface Definitions {
  readonly events: readonly EventDefinition[];
  readonly jobs: readonly JobDefinition[];
}

/** The services' handlers do not fit together; the product must not start. */
export class WiringError extends Error {
  override readonly name = 'WiringError';
}

const EVENT = /^[a-z-]+\.[a-z-]+\.[a-z-]+\.v\d+$/;
const JOB = /^[a-z-]+\.[a-z-]+$/;

/** Picks the event and job definitions out of a module's exports: `definitionsIn(await import('@platen/contracts'))`. */
export function definitionsIn(module: object): Definitions {
  const named = Object.values(module).filter(isDefinition);
  return {
    events: named.filter((definition) => EVENT.test(definition.name)),
    jobs: named.filter((definition) => JOB.test(definition.name)),
  };
}

function isDefinition(value: unknown): value is EventDefinition {
  return (
    typeof value === 'object' &&
    value !== null &&
    'payload' in value &&
    'name' in value &&
    typeof value.name === 'string'
  );
}

/**
 * @throws WiringError naming all of: a handler's name used twice or unfit for a job id; an event that no contract
 *         declares; a job that is declared or scheduled and has no handler; a schedule's name used twice
 */
export function assertWired(services: readonly AnyService[], definitions: Definitions): void {
  const problems = [
    ...handlerProblems(services),
    ...eventProblems(services, definitions),
    ...jobProblems(services, definitions),
    ...twice(
      services.flatMap((service) => service.schedules.map((schedule) => `${service.name}/${schedule.name}`)),
    ).map((name) => `schedule ${name} exists twice`),
  ];
  if (problems.length > 0) throw new WiringError(`Handlers do not fit together:\n  ${problems.join('\n  ')}`);
}

function handlerProblems(services: readonly AnyService[]): string[] {
  const names = services.flatMap((service) => [
    knowBranchHandler(service.name),
    forgetPersonHandler(service.name),
    ...service.consumers.map((consumer) => consumer.name),
    ...service.jobs.map((handler) => handler.job.name),
  ]);
  names.push(sendMailHandler);
  return [
    ...twice(names).map((name) => `${name} has two handlers`),
    ...names
      .filter((name) => !JOB.test(name))
      .map((name) => `handler ${name} is not named <service>.<verb>-<noun>`),
  ];
}

function eventProblems(services: readonly AnyService[], definitions: Definitions): string[] {
  const known = new Set(definitions.events);
  return services
    .flatMap((service) => service.consumers)
    .filter((consumer) => !known.has(consumer.event))
    .map((consumer) => `${consumer.name} waits for ${consumer.event.name}, which no contract declares`);
}

function jobProblems(services: readonly AnyService[], definitions: Definitions): string[] {
  const handled = new Set([
    sendMailHandler,
    ...services.flatMap((service) => service.jobs.map((handler) => handler.job.name)),
  ]);
  const ordered = [
    ...definitions.jobs,
    ...services.flatMap((service) => service.schedules.map((schedule) => schedule.job)),
  ];
  return [...new Set(ordered.map((job) => job.name))]
    .filter((name) => !handled.has(name))
    .map((name) => `job ${name} has no handler`);
}

function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
