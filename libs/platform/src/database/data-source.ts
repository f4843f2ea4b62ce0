import { DataSource } from 'typeorm';
import type { ServiceDefinition } from '../service';
import { schemaOf } from './service-database';

export interface PoolOptions {
  readonly url: string;
  readonly size: number;
  /** requests: one generic plan per statement (reference: replanning costs 2.3x); reports: a plan per call */
  readonly plans: 'generic' | 'custom';
}

type Tables = Pick<ServiceDefinition, 'name' | 'entities'>;

/** A TypeORM data source on the service's own schema and role. Call `initialize()`. */
export function serviceDataSource(service: Tables, pool: PoolOptions): DataSource {
  const settings = [
    `-c search_path=${schemaOf(service.name)},public`,
    `-c plan_cache_mode=${pool.plans === 'generic' ? 'force_generic_plan' : 'force_custom_plan'}`,
    '-c statement_timeout=10000',
    '-c idle_in_transaction_session_timeout=30000',
  ];
  return new DataSource({
    type: 'postgres',
    url: pool.url,
    schema: schemaOf(service.name),
    entities: service.entities as never,
    synchronize: false,
    installExtensions: false,
    applicationName: `platen-${service.name}`,
    poolSize: pool.size,
    extra: { options: settings.join(' '), idleTimeoutMillis: 10_000, pipeline: true, allowExitOnIdle: true },
  });
}
