import { dirname, join } from 'node:path';
import { serviceNames } from '@platen/platform/names';
import { freePort } from './free-port';
import type { ProcessSpec } from './supervisor';

/** Which processes make up an installation. */
export interface Topology {
  /** address of each service that is a process of its own */
  readonly subgraphs: Readonly<Record<string, string>>;
  readonly processes: readonly ProcessSpec[];
}

type Env = Readonly<Record<string, string>>;

/** The default: gateway and the five services in one web process, and a worker. */
export function singleWeb(port: number, env: Env): Topology {
  return {
    subgraphs: {},
    processes: [
      { name: 'web', entry: join(__dirname, '..', 'web.js'), env: { ...env, PORT: String(port) } },
      { name: 'worker', entry: entryOf('worker'), env: { ...env, PORT: '0' } },
    ],
  };
}

/** Every app a process of its own, talking HTTP on loopback. */
export async function distributed(port: number, env: Env): Promise<Topology> {
  const services = await Promise.all(serviceNames.map(async (name) => ({ name, port: await freePort() })));
  const urls = Object.fromEntries(
    services.map((service) => [urlVariable(service.name), `http://127.0.0.1:${service.port}`]),
  );
  return {
    subgraphs: Object.fromEntries(
      services.map((service) => [service.name, `http://127.0.0.1:${service.port}`]),
    ),
    processes: [
      ...services.map((service) => ({
        name: service.name,
        entry: entryOf(service.name),
        env: { ...env, ...urls, PORT: String(service.port) },
      })),
      { name: 'worker', entry: entryOf('worker'), env: { ...env, ...urls, PORT: '0' } },
      { name: 'gateway', entry: entryOf('gateway'), env: { ...env, ...urls, PORT: String(port) } },
    ],
  };
}

/** The setting that makes a service remote: FLEET_URL, SERVICE_TICKETS_URL ... */
function urlVariable(service: string): string {
  return `${service.replaceAll('-', '_').toUpperCase()}_URL`;
}

/** The compiled `main` of an app, beside its face. */
export function entryOf(app: string): string {
  return join(dirname(require.resolve(`@platen/${app}`)), 'main.js');
}
