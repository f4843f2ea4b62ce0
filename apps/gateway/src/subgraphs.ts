import {
  type AccessTokens,
  type ActorAccess,
  type HealthCheck,
  type PlatformEnv,
  ServiceClient,
  type ServiceName,
  type ServiceRuntime,
  type SubgraphExecutor,
  remoteAccessTokens,
  remoteActorAccess,
  remoteExecutor,
  serviceNames,
  unavailable,
} from '@platen/platform';
import { type DocumentNode, Kind, OperationTypeNode } from 'graphql';
import type { Logger } from 'pino';
import type { Subgraphs } from './engine/engine';

/** A service in this process, as far as the gateway needs it. */
export type LocalService = Pick<ServiceRuntime, 'executor' | 'ports' | 'ready'>;
export type LocalServices = Readonly<Partial<Record<ServiceName, LocalService>>>;

/** All services of the graph, wherever they run. */
export interface Services {
  readonly subgraphs: Subgraphs;
  readonly actorAccess: ActorAccess;
  /** null: nobody here exchanges keys for tokens */
  readonly accessTokens: AccessTokens | null;
  readonly needs: readonly HealthCheck[];
  stop(): Promise<void>;
}

const addressSettings = {
  identity: 'IDENTITY_URL',
  fleet: 'FLEET_URL',
  'service-tickets': 'SERVICE_TICKETS_URL',
  ordering: 'ORDERING_URL',
  billing: 'BILLING_URL',
} as const satisfies Record<ServiceName, keyof PlatformEnv>;

/** Longest wait for a subgraph in this process, the same as for a remote one (threats C55). */
const CALL_LIMIT_MS = 3000;

/**
 * Connects each service of the graph: by its address when one is set, else in this process.
 * @throws Error naming every service that is neither here nor has an address
 */
export function connectServices(
  names: readonly ServiceName[],
  env: PlatformEnv,
  local: LocalServices,
  log: Logger,
  limitMs = CALL_LIMIT_MS,
): Services {
  const subgraphs: Partial<Record<ServiceName, SubgraphExecutor>> = {};
  const needs: HealthCheck[] = [];
  const clients = new Map<ServiceName, ServiceClient>();
  const missing: string[] = [];
  for (const service of names) {
    const url = env[addressSettings[service]];
    const here = local[service];
    if (url) {
      const client = new ServiceClient({ service, url, secret: env.PLATEN_SECRET, log, limitMs });
      clients.set(service, client);
      subgraphs[service] = remoteExecutor(client);
      needs.push({ name: service, ready: () => client.ready() });
    } else if (here) {
      subgraphs[service] = withTimeLimit(here.executor(), limitMs);
      needs.push({ name: service, ready: () => here.ready() });
    } else missing.push(addressSettings[service]);
  }
  if (missing.length > 0)
    throw new Error(`Nobody serves these here, set their address: ${missing.join(', ')}`);
  const identity = clients.get('identity');
  const actorAccess = identity
    ? remoteActorAccess(identity, env.PLATEN_SECRET)
    : Object.values(local).find(({ ports }) => ports.actorAccess)?.ports.actorAccess;
  const accessTokens = identity
    ? remoteAccessTokens(identity)
    : Object.values(local).find(({ ports }) => ports.accessTokens)?.ports.accessTokens;
  if (!actorAccess) throw new Error('No service here knows who people are: is identity part of the graph?');
  return {
    subgraphs,
    actorAccess,
    accessTokens: accessTokens ?? null,
    needs,
    stop: async () => {
      for (const client of clients.values()) await client.stop();
    },
  };
}

/** The services that a supergraph joins, as composition named them. */
export function servicesOf(supergraph: string): ServiceName[] {
  const named = new Set([...supergraph.matchAll(/@join__graph\(name: "([^"]+)"/g)].map(([, name]) => name));
  return serviceNames.filter((name) => named.has(name));
}

/**
 * A query that takes too long leaves the rest of the answer standing. A change is waited for as long as the request
 * lasts: it goes on in this very process, and giving up on it would only hide how it ended.
 */
function withTimeLimit(execute: SubgraphExecutor, limitMs: number): SubgraphExecutor {
  return (request) => {
    if (isMutation(request.document)) return execute(request);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(unavailable(request)), limitMs);
      execute(request)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
  };
}

function isMutation({ definitions: [first] }: DocumentNode): boolean {
  return first?.kind === Kind.OPERATION_DEFINITION && first.operation === OperationTypeNode.MUTATION;
}
