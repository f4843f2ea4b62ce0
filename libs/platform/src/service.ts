import type { EventDefinition, JobDefinition, PayloadOf, World } from '@platen/contracts';
import type { Clock } from '@platen/kernel';
import type { Logger } from 'pino';
import type { NonEmptyArray } from 'type-graphql';
import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import type { ReferenceResolvers } from './graphql/subgraph-schema';
import type { SecretBox } from './secret-box';
import type { ServiceName } from './service-names';
import type { ActorAccess, BranchAccess, DeviceAccess, ServicePorts } from './ports';
import type { Tx, UnitOfWork } from './database/unit-of-work';

export { type ServiceName, serviceNames } from './service-names';

/** What the platform hands to a service when it is composed. */
export interface ServicePlatform {
  /** short transactions of requests; generic plans */
  readonly work: UnitOfWork;
  /** reports: own pool, custom plans */
  readonly reports: UnitOfWork;
  readonly clock: Clock;
  readonly log: Logger;
  /** who may see which device; fleet owns the answer */
  readonly deviceAccess: DeviceAccess;
  /** settings of a branch as this service last heard them */
  readonly branches: BranchAccess;
  /** the product's one public address; links for people begin with it */
  readonly publicUrl: string;
  /** where the operator put a signed statement about a newer collector; null: nowhere */
  readonly collectorReleaseFile: string | null;
  /** how many months of readings are kept; null: all of them */
  readonly retention: { readonly meterReads: number | null; readonly supplyLevels: number | null };
  /** keeps secrets at rest; one box per purpose */
  readonly secretBox: (purpose: string) => SecretBox;
}

/** Reacts to an event in a transaction of its own that also holds the inbox row: runs once, however often delivered. */
export interface Consumer<App, Event extends EventDefinition = EventDefinition> {
  readonly kind: 'consumer';
  /** `<service>.<verb>-<noun>`, unique in the product */
  readonly name: string;
  readonly event: Event;
  handle(app: App, payload: PayloadOf<Event>, context: HandlerContext): Promise<void>;
}

/** Carries out a job in a transaction of its own that also holds the inbox row. */
export interface JobHandler<App, Job extends JobDefinition = JobDefinition> {
  readonly kind: 'job';
  readonly job: Job;
  handle(app: App, payload: PayloadOf<Job>, context: HandlerContext): Promise<void>;
}

export interface HandlerContext {
  /** the handler's transaction, system scope: effects, further events and the inbox row commit together */
  readonly tx: Tx;
  /** id of the outbox row that caused this; stable over repeats */
  readonly messageId: string;
  readonly log: Logger;
}

/** Puts a job into the service's outbox again and again. */
export interface Schedule {
  readonly name: string;
  readonly job: JobDefinition;
  readonly payload: unknown;
  /** exactly one of the two: milliseconds, or cron with zone */
  readonly everyMs?: number;
  readonly cron?: { readonly pattern: string; readonly timeZone: string };
}

type Class = new (...parameters: never[]) => object;

/** The one face of every service. `App` is whatever `compose` builds: the use cases, by name. */
export interface ServiceDefinition<App = unknown> {
  readonly name: ServiceName;
  readonly entities: EntityTarget<ObjectLiteral>[];
  readonly migrations: (new () => MigrationInterface)[];
  /** resolver classes, for the schema; their instances come from `resolverInstances` */
  readonly resolvers: NonEmptyArray<Class>;
  /** types that no root field returns: references to other services' entities, union members */
  readonly orphanedTypes?: Class[];
  compose(platform: ServicePlatform): App;
  resolverInstances(app: App): object[];
  /** entry points of the federation, by type name: same policy as the root fields (threats C3) */
  references(app: App): ReferenceResolvers;
  /** fills the service's own tables from a set of data, once, into an empty installation; emits the same events as its use cases */
  load?(app: App, world: World): Promise<void>;
  /** questions other processes may ask this service in code */
  ports?(app: App): ServicePorts;
  readonly consumers: Consumer<App>[];
  readonly jobs: JobHandler<App>[];
  readonly schedules: Schedule[];
}

/** Any service, its use cases hidden. */
export type AnyService = ServiceDefinition;

/** Declares a service. The only thing this adds is the type: the definition is data. */
export function defineService<App>(definition: ServiceDefinition<App>): ServiceDefinition<App> {
  return Object.freeze(definition);
}

/** Declares a consumer with its payload typed by the event. */
export function on<App, Event extends EventDefinition>(
  event: Event,
  name: string,
  handle: Consumer<App, Event>['handle'],
): Consumer<App> {
  return { kind: 'consumer', name, event, handle };
}

/** Declares a job's handler with its payload typed by the job. */
export function handles<App, Job extends JobDefinition>(
  job: Job,
  handle: JobHandler<App, Job>['handle'],
): JobHandler<App> {
  return { kind: 'job', job, handle };
}

export type { ActorAccess, BranchAccess, DeviceAccess };
