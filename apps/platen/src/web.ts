import 'reflect-metadata';
import { type LocalServices, gatewayEnvSchema, startGateway } from '@platen/gateway';
import { createLogger, lateDeviceAccess, readEnv, runProcess, startService } from '@platen/platform';
import { services } from './services';

/** The default web process: gateway and the five services, called without a hop. */
const env = readEnv(gatewayEnvSchema);
const log = createLogger('web', env.LOG_LEVEL);

void runProcess(log, async () => {
  const access = lateDeviceAccess();
  const runtimes = await Promise.all(
    services.map((definition) =>
      startService(definition, { env, log, publicUrl: env.PLATEN_URL, deviceAccess: access.port }),
    ),
  );
  access.become(runtimes.find((runtime) => runtime.ports.deviceAccess)?.ports.deviceAccess);
  const local: LocalServices = Object.fromEntries(runtimes.map((runtime) => [runtime.name, runtime]));
  const gateway = await startGateway({ env, log, services: local });
  return {
    stop: async () => {
      await gateway.stop();
      for (const runtime of runtimes) await runtime.stop();
    },
  };
});
