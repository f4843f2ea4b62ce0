import {
  type Actor,
  type DeviceAccess,
  type ServiceDefinition,
  type ServiceRuntime,
  type SubgraphResult,
  createLogger,
  startService,
} from '@platen/platform';
import type { Clock } from '@platen/kernel';
import { type DocumentNode, parse } from 'graphql';
import { type TestDatabase, testSecret } from '../database/test-database';

export interface TestServiceOptions {
  /** default: every actor sees every device of his tenant */
  readonly deviceAccess?: DeviceAccess;
  readonly clock?: Clock;
  /** address that requests come from, default 192.0.2.1 */
  readonly clientAddress?: string | null;
}

export interface TestService<App> {
  readonly runtime: ServiceRuntime<App>;
  readonly app: App;
  /** asks the subgraph as the gateway would, through its compiled executor; errors are in the result */
  ask(
    actor: Actor,
    document: string,
    variables?: Record<string, unknown>,
    clientAddress?: string | null,
  ): Promise<SubgraphResult>;
  /** the same, for an answer without errors. @throws Error naming them */
  data<Data = Record<string, never>>(
    actor: Actor,
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<Data>;
  stop(): Promise<void>;
}

const everyDevice: DeviceAccess = { scopeOf: async () => ({ all: true }) };

/** Starts a service on a test database, its real schema and rules included. `stop` it before the database. */
export async function startTestService<App>(
  database: TestDatabase,
  definition: ServiceDefinition<App>,
  options: TestServiceOptions = {},
): Promise<TestService<App>> {
  const runtime = await startService(definition, {
    env: { DATABASE_URL: database.adminUrl, PLATEN_SECRET: testSecret, DATABASE_POOL: 10 },
    publicUrl: 'http://localhost:8080',
    log: createLogger('test', 'silent'),
    deviceAccess: options.deviceAccess ?? everyDevice,
    ...(options.clock && { clock: options.clock }),
  });
  const documents = new Map<string, DocumentNode>();
  const documentOf = (text: string) => {
    const known = documents.get(text) ?? parse(text);
    documents.set(text, known);
    return known;
  };
  const ask: TestService<App>['ask'] = (actor, document, variables = {}, clientAddress) =>
    runtime.executor()({
      document: documentOf(document),
      variables,
      actor,
      clientAddress: clientAddress === undefined ? (options.clientAddress ?? '192.0.2.1') : clientAddress,
    });
  return {
    runtime,
    app: runtime.app,
    ask,
    data: async <Data>(actor: Actor, document: string, variables?: Record<string, unknown>) => {
      const result = await ask(actor, document, variables);
      if (result.errors) throw new Error(result.errors.map((error) => error.message).join('; '));
      return result.data as Data;
    },
    stop: () => runtime.stop(),
  };
}
