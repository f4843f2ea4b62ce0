import {
  type AnyService,
  type ServiceRuntime,
  ServiceClient,
  lateDeviceAccess,
  remoteDeviceAccess,
  startService,
} from '@platen/platform';
import type { Clock } from '@platen/kernel';
import type { Logger } from 'pino';
import { type WorkerEnv, worksOn } from './worker-env';

export interface Runtimes {
  readonly running: readonly ServiceRuntime[];
  stop(): Promise<void>;
}

interface RuntimesOptions {
  readonly services: readonly AnyService[];
  readonly env: WorkerEnv;
  readonly log: Logger;
  readonly clock?: Clock;
}

/** Connects and composes the services whose queues this process works on. */
export async function startRuntimes({ services, env, log, clock }: RuntimesOptions): Promise<Runtimes> {
  const access = lateDeviceAccess();
  // A handler holds one connection for its transaction and may read through another meanwhile.
  const pool = { ...env, DATABASE_POOL: 2 * env.WORKER_CONCURRENCY };
  const running: ServiceRuntime[] = [];
  for (const service of services.filter(({ name }) => worksOn(env, name))) {
    running.push(
      await startService(service, {
        env: pool,
        log,
        clock,
        deviceAccess: access.port,
        publicUrl: env.PLATEN_URL,
      }),
    );
  }
  const local = running.find((runtime) => runtime.ports.deviceAccess)?.ports.deviceAccess;
  const fleet = !local && env.FLEET_URL ? fleetClient(env.FLEET_URL, env, log) : null;
  access.become(local ?? (fleet && remoteDeviceAccess(fleet)));
  return {
    running,
    stop: async () => {
      for (const runtime of running) await runtime.stop();
      await fleet?.stop();
    },
  };
}

function fleetClient(url: string, env: WorkerEnv, log: Logger): ServiceClient {
  return new ServiceClient({ service: 'fleet', url, secret: env.PLATEN_SECRET, log });
}
