import type { ApolloServer, ApolloServerOptions } from '@apollo/server';
import express, { type Express, type Request } from 'express';
import type { Logger } from 'pino';
import type { Actor } from '../actor/actor';
import type { ServiceRuntime } from '../service-runtime';
import { createMetrics } from '../telemetry/metrics';
import { CLIENT_ADDRESS_HEADER, bearerActor } from './bearer-actor';
import { Health, answerHealth } from './health';
import { type RunningServer, listen } from './http-server';
import { answerPortCall } from './port-calls';
import type { ServingEnv } from './serving-env';

/** Requests of the gateway, at most; an upload of polls is the largest. */
const BODY_LIMIT = '2mb';

/** What a service needs to be served alone. */
export type ServedRuntime = Pick<ServiceRuntime, 'name' | 'schema' | 'executor' | 'ports' | 'ready'>;

interface SubgraphContext {
  readonly actor: Actor;
  readonly clientAddress: string | null;
}

/**
 * Serves one service alone: Apollo Server at `/graphql`, the service's ports below `/internal/ports`, health and
 * metrics. Everything but health wants an actor token signed for this service, or answers 401. Operations run in
 * the same executor as in one process, so transactions, masking and session changes are the same.
 */
export async function serveSubgraph(
  runtime: ServedRuntime,
  env: Pick<ServingEnv, 'HOST' | 'PORT' | 'PLATEN_SECRET'>,
  log: Logger,
): Promise<RunningServer> {
  const apollo = await startApollo(runtime, log);
  const health = new Health([{ name: `database of ${runtime.name}`, ready: () => runtime.ready() }], log);
  const metrics = createMetrics();
  const app = express().disable('x-powered-by').disable('etag');
  app.use(async (request, response, next) => {
    if (!(await answerHealth(request, response, health, metrics))) next();
  });
  const actors = new WeakMap<Request, Actor>();
  app.use(async (request, response, next) => {
    const actor = await bearerActor(request, runtime.name, env.PLATEN_SECRET);
    if (!actor) {
      response.status(401).set('www-authenticate', 'Bearer').json({ error: 'UNAUTHENTICATED' });
      return;
    }
    actors.set(request, actor);
    next();
  });
  const actorOf = (request: Request): Actor => {
    const actor = actors.get(request);
    if (!actor) throw new Error('A request passed without an actor.');
    return actor;
  };
  app.use(express.json({ limit: BODY_LIMIT }));
  mountPorts(app, runtime, env.PLATEN_SECRET, actorOf);
  const { expressMiddleware } = await import('@as-integrations/express5');
  const context = async ({ req }: { req: Request }): Promise<SubgraphContext> => ({
    actor: actorOf(req),
    clientAddress: req.get(CLIENT_ADDRESS_HEADER) ?? null,
  });
  app.post('/graphql', expressMiddleware(apollo, { context }));
  app.use((_request, response) => {
    response.status(404).end();
  });
  const server = await listen(app, { host: env.HOST, port: env.PORT }, log);
  return {
    ...server,
    stop: async () => {
      health.stop();
      await server.stop();
      await apollo.stop();
    },
  };
}

function mountPorts(
  app: Express,
  runtime: ServedRuntime,
  secret: string,
  actorOf: (request: Request) => Actor,
): void {
  app.post('/internal/ports/:port/:method', async (request, response) => {
    const call = `${request.params.port}/${request.params.method}`;
    const answer = await answerPortCall(call, runtime.ports, actorOf(request), request.body, secret);
    if (answer) response.json(answer);
    else response.status(404).end();
  });
}

async function startApollo(runtime: ServedRuntime, log: Logger): Promise<ApolloServer<SubgraphContext>> {
  // Loaded here: a process that serves all services itself never needs Apollo Server.
  const { ApolloServer: Server } = await import('@apollo/server');
  const disabled = await import('@apollo/server/plugin/disabled');
  const server = new Server<SubgraphContext>({
    gateway: executorAsGateway(runtime),
    plugins: [
      disabled.ApolloServerPluginInlineTraceDisabled(),
      disabled.ApolloServerPluginLandingPageDisabled(),
    ],
    introspection: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    apollo: {},
    logger: log,
  });
  await server.start();
  return server;
}

type Gateway = NonNullable<ApolloServerOptions<SubgraphContext>['gateway']>;

/** Lets Apollo Server parse, validate and speak HTTP, and our executor run the operation. */
function executorAsGateway(runtime: ServedRuntime): Gateway {
  const execute = runtime.executor();
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: runtime.schema(), coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      executor: async ({ document, request, operationName, context }) => {
        const { session, ...result } = await execute({
          ...(context as SubgraphContext),
          document,
          variables: request.variables ?? {},
          ...(operationName !== null && { operationName }),
        });
        return session ? { ...result, extensions: { session } } : result;
      },
    }),
    stop: async () => {},
  };
}
