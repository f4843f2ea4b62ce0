import 'reflect-metadata';
import { billing } from '@platen/billing';
import { fleet } from '@platen/fleet';
import { type GatewayEnv, gatewayEnvSchema } from '@platen/gateway';
import { identity } from '@platen/identity';
import { ordering } from '@platen/ordering';
import {
  type AnyService,
  type ServiceRuntime,
  createLogger,
  lateDeviceAccess,
  readEnv,
  startService,
} from '@platen/platform';
import { serviceTickets } from '@platen/service-tickets';
import type { Logger } from 'pino';

/** The product's five services, built as for production. */
export const services: readonly AnyService[] = [identity, fleet, ordering, serviceTickets, billing];

export interface Started {
  readonly env: GatewayEnv;
  readonly log: Logger;
  readonly runtimes: readonly ServiceRuntime[];
}

/** Starts these services in this process, as the product's web process does. */
export async function startServices(names?: readonly string[]): Promise<Started> {
  const env = readEnv(gatewayEnvSchema);
  const log = createLogger('bench', env.LOG_LEVEL);
  const access = lateDeviceAccess();
  const wanted = services.filter(({ name }) => names?.includes(name) ?? true);
  const runtimes: ServiceRuntime[] = await Promise.all(
    wanted.map((definition) =>
      startService(definition, { env, log, publicUrl: env.PLATEN_URL, deviceAccess: access.port }),
    ),
  );
  access.become(runtimes.find((runtime) => runtime.ports.deviceAccess)?.ports.deviceAccess);
  return { env, log, runtimes };
}
