import 'reflect-metadata';
import {
  Health,
  createLogger,
  createMetrics,
  readEnv,
  runProcess,
  startHealthServer,
} from '@platen/platform';
import { services } from './services';
import { startWorker } from './start-worker';
import { workerEnvSchema } from './worker-env';

const env = readEnv(workerEnvSchema);
const log = createLogger('worker', env.LOG_LEVEL);

void runProcess(log, async () => {
  const metrics = createMetrics();
  const worker = await startWorker({ services, env, log, metrics });
  const health = new Health(worker.checks, log);
  const server = await startHealthServer(health, metrics, { port: env.PORT, host: env.HOST }, log);
  log.info({ url: server.url }, 'health and metrics');
  return {
    stop: async () => {
      health.stop();
      await worker.stop();
      await server.stop();
    },
  };
});
