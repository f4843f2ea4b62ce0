import type { Clock } from '@platen/kernel';
import { systemClock } from '@platen/kernel';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { type KnownBranches, knownBranches } from './branches/known-branches';
import { serviceDataSource } from './database/data-source';
import { serviceDatabaseUrl } from './database/service-database';
import { UnitOfWork } from './database/unit-of-work';
import type { PlatformEnv } from './env';
import { type SubgraphExecutor, localExecutor } from './graphql/local-executor';
import { subgraphSchema } from './graphql/subgraph-schema';
import type { DeviceAccess, ServicePorts } from './ports';
import { secretBox } from './secret-box';
import type { ServiceDefinition, ServiceName, ServicePlatform } from './service';

/** A service that runs in this process: its use cases, its subgraph, its database. */
export interface ServiceRuntime<App = unknown> {
  readonly definition: ServiceDefinition<App>;
  readonly name: ServiceName;
  readonly app: App;
  readonly work: UnitOfWork;
  readonly branches: KnownBranches;
  readonly log: Logger;
  readonly ports: ServicePorts;
  /** built when first asked for: the worker never needs it */
  schema(): GraphQLSchema;
  executor(): SubgraphExecutor;
  /** true when the database answers */
  ready(): Promise<boolean>;
  stop(): Promise<void>;
}

export interface RuntimeOptions {
  readonly env: Pick<
    PlatformEnv,
    'DATABASE_URL' | 'PLATEN_SECRET' | 'DATABASE_POOL' | 'COLLECTOR_RELEASE_FILE'
  > &
    Partial<Pick<PlatformEnv, 'RETAIN_METER_READS_MONTHS' | 'RETAIN_SUPPLY_LEVELS_MONTHS'>>;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly deviceAccess: DeviceAccess;
  /** `PLATEN_URL`: where people reach the product; links in mails begin with it */
  readonly publicUrl: string;
}

/** Connects a service to its database and composes its use cases. */
export async function startService<App>(
  definition: ServiceDefinition<App>,
  options: RuntimeOptions,
): Promise<ServiceRuntime<App>> {
  const { env } = options;
  const log = options.log.child({ service: definition.name });
  const url = serviceDatabaseUrl(definition.name, env.DATABASE_URL, env.PLATEN_SECRET);
  const source = await serviceDataSource(definition, {
    url,
    size: env.DATABASE_POOL,
    plans: 'generic',
  }).initialize();
  const work = new UnitOfWork(source);
  const reportSource = serviceDataSource(definition, { url, size: 2, plans: 'custom' });
  const branches = knownBranches(work);
  const platform: ServicePlatform = {
    work,
    reports: new UnitOfWork(reportSource),
    clock: options.clock ?? systemClock,
    log,
    deviceAccess: options.deviceAccess,
    publicUrl: options.publicUrl,
    collectorReleaseFile: env.COLLECTOR_RELEASE_FILE || null,
    branches,
    retention: {
      meterReads: env.RETAIN_METER_READS_MONTHS ?? null,
      supplyLevels: env.RETAIN_SUPPLY_LEVELS_MONTHS ?? null,
    },
    secretBox: (purpose) => secretBox(env.PLATEN_SECRET, purpose),
  };
  const app = definition.compose(platform);
  let schema: GraphQLSchema | undefined;
  const schemaOnce = () => {
    schema ??= subgraphSchema(definition, definition.resolverInstances(app), definition.references(app));
    return schema;
  };
  return {
    definition,
    name: definition.name,
    app,
    work,
    branches,
    log,
    ports: definition.ports?.(app) ?? {},
    schema: schemaOnce,
    executor: () => localExecutor(schemaOnce(), work, log),
    ready: () =>
      source.query('select 1').then(
        () => true,
        () => false,
      ),
    stop: async () => {
      await source.destroy();
      if (reportSource.isInitialized) await reportSource.destroy();
    },
  };
}
