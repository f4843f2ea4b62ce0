/**
 * The peer: @apollo/gateway with all subgraphs in this process, called the way its own LocalGraphQLDataSource calls
 * them (which cannot be used itself: it belongs to another copy of graphql). Same session check, same services, and
 * reads of one call share a transaction as in the product.
 */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Actor, createContext } from '@platen/platform';
import { graphql } from 'graphql';
import { ready, sessionCheck } from './contender';
import { startServices } from './services';

interface FetchOrder {
  readonly request: { readonly query: string; readonly variables?: Record<string, unknown> };
  readonly context: { readonly actor: Actor };
}

/** As much of the peers' interfaces as is used here: they are no dependency of the product, so neither are types. */
interface Peers {
  readonly ApolloGateway: new (options: {
    supergraphSdl: string;
    buildService: (service: { name: string }) => { process(order: FetchOrder): Promise<unknown> };
  }) => unknown;
  readonly ApolloServer: new (options: {
    gateway: unknown;
    introspection: boolean;
    plugins: unknown[];
  }) => unknown;
  readonly startStandaloneServer: (
    server: unknown,
    options: {
      listen: { port: number; host: string };
      context: (arrived: { req: { headers: { cookie?: string } } }) => Promise<{ actor: Actor }>;
    },
  ) => Promise<{ url: string }>;
}

const fromPeers = createRequire(join(__dirname, '..', 'peers', 'package.json'));
const { ApolloGateway } = fromPeers('@apollo/gateway') as Peers;
const { ApolloServer } = fromPeers('@apollo/server') as Peers;
const { startStandaloneServer } = fromPeers('@apollo/server/standalone') as Peers;
const plugins = fromPeers('@apollo/server/plugin/disabled') as Record<string, () => unknown>;

void (async () => {
  const { log, runtimes } = await startServices();
  const whoAsks = sessionCheck(runtimes);
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(join(__dirname, '../../apps/gateway/supergraph.graphql'), 'utf8'),
    buildService: ({ name }) => {
      const runtime = runtimes.find((candidate) => candidate.name === name);
      if (!runtime) throw new Error(`The supergraph names an unknown service: ${name}.`);
      const schema = runtime.schema();
      return {
        process: ({ request, context }) =>
          runtime.work.sharedReads(async () =>
            graphql({
              schema,
              source: request.query,
              variableValues: request.variables,
              contextValue: createContext({ actor: context.actor, log, clientAddress: null }),
            }),
          ),
      };
    },
  });
  const server = new ApolloServer({
    gateway,
    introspection: false,
    plugins: [
      plugins.ApolloServerPluginUsageReportingDisabled?.(),
      plugins.ApolloServerPluginInlineTraceDisabled?.(),
    ],
  });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async ({ req }) => ({ actor: await whoAsks(req.headers.cookie) }),
  });
  ready(url);
})();
