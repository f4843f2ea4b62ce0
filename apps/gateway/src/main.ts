import { createLogger, readEnv, runProcess } from '@platen/platform';
import { startGateway } from './gateway';
import { gatewayEnvSchema } from './settings';

/** The gateway alone: every service is another process, found by its address. */
const env = readEnv(gatewayEnvSchema);
const log = createLogger('gateway', env.LOG_LEVEL);
void runProcess(log, async () => {
  const gateway = await startGateway({ env, log, services: {} });
  log.info({ url: gateway.url }, 'serving');
  return gateway;
});
