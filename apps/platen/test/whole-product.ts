import type { World } from '@platen/contracts';
import { gatewayEnvSchema } from '@platen/gateway';
import {
  type ServiceName,
  type ServiceRuntime,
  createLogger,
  lateDeviceAccess,
  startService,
} from '@platen/platform';
import { type TestDatabase, createTestDatabase, testSecret } from '@platen/testing';
import { services } from '../src/services';

/** All services in this process on a database of the test's own, as the web process runs them. */
export interface WholeProduct {
  readonly database: TestDatabase;
  readonly env: ReturnType<typeof gatewayEnvSchema.parse>;
  readonly log: ReturnType<typeof createLogger>;
  readonly runtimes: readonly ServiceRuntime[];
  runtimeOf(name: ServiceName): ServiceRuntime;
  stop(): Promise<void>;
}

/** Starts every service and fills it with a world. */
export async function startWholeProduct(world: World): Promise<WholeProduct> {
  const database = await createTestDatabase(services);
  const env = gatewayEnvSchema.parse({
    NODE_ENV: 'test',
    PLATEN_SECRET: testSecret,
    DATABASE_URL: database.adminUrl,
    DATABASE_POOL: '4',
    PORT: '0',
  });
  const log = createLogger('test', 'silent');
  const access = lateDeviceAccess();
  const settings = { env, log, publicUrl: env.PLATEN_URL, deviceAccess: access.port };
  const runtimes = await Promise.all(services.map((service) => startService(service, settings)));
  access.become(runtimes.find((runtime) => runtime.ports.deviceAccess)?.ports.deviceAccess);
  for (const runtime of runtimes) await runtime.definition.load?.(runtime.app, world);
  return {
    database,
    env,
    log,
    runtimes,
    runtimeOf: (name) => {
      const runtime = runtimes.find((candidate) => candidate.name === name);
      if (!runtime) throw new Error(`There is no service ${name}.`);
      return runtime;
    },
    stop: async () => {
      for (const runtime of runtimes) await runtime.stop();
      await database.close();
    },
  };
}
