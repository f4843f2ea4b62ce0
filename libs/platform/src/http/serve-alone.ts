import { readEnv } from '../env';
import { createLogger } from '../log';
import type { DeviceAccess } from '../ports';
import type { ServiceDefinition } from '../service';
import { startService } from '../service-runtime';
import { remoteDeviceAccess } from './remote-ports';
import { runProcess } from './run-process';
import { serveSubgraph } from './serve-subgraph';
import { ServiceClient } from './service-client';
import { type ServingEnv, servingEnvSchema } from './serving-env';

/** The whole `main.ts` of a service: one process, one service, over HTTP, until SIGTERM. */
export async function serveAlone<App>(definition: ServiceDefinition<App>): Promise<void> {
  const env = readEnv(servingEnvSchema);
  const log = createLogger(definition.name, env.LOG_LEVEL);
  await runProcess(log, async () => {
    const access = lateDeviceAccess();
    const fleet = fleetClient(env, log);
    const runtime = await startService(definition, {
      env,
      log,
      deviceAccess: access.port,
      publicUrl: env.PLATEN_URL,
    });
    access.become(runtime.ports.deviceAccess ?? (fleet && remoteDeviceAccess(fleet)));
    const server = await serveSubgraph(runtime, env, log);
    log.info({ url: server.url }, 'serving');
    return {
      stop: async () => {
        await server.stop();
        await runtime.stop();
        await fleet?.stop();
      },
    };
  });
}

function fleetClient(env: ServingEnv, log: ReturnType<typeof createLogger>): ServiceClient | null {
  if (!env.FLEET_URL) return null;
  return new ServiceClient({ service: 'fleet', url: env.FLEET_URL, secret: env.PLATEN_SECRET, log });
}

/**
 * A `DeviceAccess` that is known only after all services stand: fleet is one of them and needs it as well. Until
 * then, and when nobody can give one, every question fails: closed, not open.
 */
export function lateDeviceAccess(): {
  readonly port: DeviceAccess;
  become(access: DeviceAccess | null | undefined): void;
} {
  let current: DeviceAccess | null = null;
  return {
    port: {
      scopeOf: async (actor) => {
        if (!current) throw new Error('Nobody here knows who sees which device: is FLEET_URL set?');
        return current.scopeOf(actor);
      },
    },
    become: (access) => {
      current = access ?? null;
    },
  };
}
