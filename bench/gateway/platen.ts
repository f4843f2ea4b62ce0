/** Platen's web process as it ships: gateway and five services, sessions, limits, cost, tenancy, metrics on. */
import { type LocalServices, startGateway } from '@platen/gateway';
import { ready } from './contender';
import { startServices } from './services';

void (async () => {
  const { env, log, runtimes } = await startServices();
  const local: LocalServices = Object.fromEntries(runtimes.map((runtime) => [runtime.name, runtime]));
  const gateway = await startGateway({ env, log, services: local });
  ready(gateway.url);
})();
