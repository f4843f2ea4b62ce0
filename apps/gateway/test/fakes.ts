import { composeServices } from '@theguild/federation-composition';
import {
  type AccessTokens,
  type ActorAccess,
  type Actor,
  type ServiceDefinition,
  type ServicePorts,
  type ServiceRuntime,
  UnitOfWork,
  anonymous,
  localExecutor,
  printSubgraph,
  subgraphSchema,
} from '@platen/platform';
import { parse } from 'graphql';
import pino from 'pino';
import type { DataSource } from 'typeorm';
import type { Supergraph } from '../src/engine/graph';
import { customers, fakeFleet, fleetService } from './fake-fleet';
import { orderingService } from './fake-ordering';

export const silent = pino({ level: 'silent' });
export const testSecret = 'a-secret-that-only-tests-ever-know-0123456789';

/** People by session token, keys by bearer. */
export const actors: Record<string, Actor> = {
  'session-rossi': userOf('rossi', customers.rossi),
  'session-bianchi': userOf('bianchi', customers.bianchi),
};
export const keys: Record<string, Actor> = {
  'key-partner': { ...userOf('partner', customers.rossi), kind: 'partner' },
  'key-collector': {
    ...userOf('collector', customers.rossi),
    kind: 'collector',
    rights: new Set(['telemetry:write']),
  },
  'key-modest': {
    ...userOf('modest', customers.rossi),
    kind: 'partner',
    limits: { requests: 3, cost: null },
  },
  'key-frugal': {
    ...userOf('frugal', customers.rossi),
    kind: 'partner',
    limits: { requests: null, cost: 50 },
  },
};

function userOf(id: string, customerId: string): Actor {
  return {
    ...anonymous('', 'en'),
    kind: 'user',
    id,
    customerId,
    branchId: '00000000-0000-7000-8000-0000000000a1',
    rights: new Set(['device:read', 'order:read', 'order:place', 'equipment:manage']),
    sessionId: `session of ${id}`,
  };
}

/** Knows the people above, and counts how often it is asked. */
export function fakeActorAccess(): ActorAccess & { asked: number } {
  return {
    asked: 0,
    async resolve({ sessionToken, bearer, requestId }) {
      this.asked += 1;
      const known = bearer !== null ? keys[bearer] : sessionToken !== null ? actors[sessionToken] : undefined;
      if (known) return { ...known, requestId };
      return bearer === null && sessionToken === null ? anonymous(requestId, 'en') : null;
    },
  };
}

/** Exchanges the key `ptn_right` of the client `erp`, which may read and place orders. */
export const fakeAccessTokens: AccessTokens = {
  issue: async ({ clientId, clientSecret, scopes }) => {
    if (clientId !== 'erp' || clientSecret !== 'ptn_right') return { error: 'invalid_client' };
    const rights = ['order:read', 'order:place'];
    if (scopes?.some((scope) => !rights.includes(scope))) return { error: 'invalid_scope' };
    return { token: 'pta_fresh', expiresInSeconds: 900, scopes: scopes ?? rights };
  },
};

/** A service of the tests as the gateway sees one: no database behind it. */
export type FakeRuntime = Pick<ServiceRuntime, 'name' | 'executor' | 'ports' | 'ready' | 'schema' | 'work'>;

export function runFake<App>(
  definition: ServiceDefinition<App>,
  app: App,
  ports: ServicePorts = {},
): FakeRuntime {
  const schema = subgraphSchema(definition, definition.resolverInstances(app), definition.references(app));
  // Never connected: the fakes' resolvers read nothing, so no transaction is opened.
  const work = new UnitOfWork({} as DataSource);
  const executor = localExecutor(schema, work, silent);
  return {
    name: definition.name,
    schema: () => schema,
    executor: () => executor,
    ports,
    ready: async () => true,
    work,
  };
}

/** Both services, in this process. */
export function fakeServices(devices = 60) {
  const actorAccess = fakeActorAccess();
  const app = fakeFleet(devices);
  const fleet = runFake(fleetService(app), app, { actorAccess, accessTokens: fakeAccessTokens });
  const ordering = runFake(orderingService(), {});
  return { fleet, ordering, actorAccess };
}

/** The composed graph of the two services. */
export function fakeSupergraph(): Supergraph {
  const subgraphs = [printed(fleetService(fakeFleet(0))), printed(orderingService())];
  const composed = composeServices(subgraphs);
  if (!composed.supergraphSdl || !composed.publicSdl) throw new Error(JSON.stringify(composed.errors));
  return { sdl: composed.supergraphSdl, api: composed.publicSdl };
}

const printed = <App>({ name, resolvers, orphanedTypes }: ServiceDefinition<App>) => ({
  name,
  url: 'http://localhost/',
  typeDefs: parse(printSubgraph({ resolvers, ...(orphanedTypes && { orphanedTypes }) })),
});
