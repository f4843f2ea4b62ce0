import {
  Health,
  type RunningServer,
  answerHealth,
  createMetrics,
  listen,
  operationMetrics,
  startHealthServer,
} from '@platen/platform';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { Documents } from './documents/documents';
import { type Supergraph, openGraph } from './engine/graph';
import { builtPortal, committedSupergraph, manifestOfPortal } from './files';
import { METADATA_PATH, answerMetadata } from './oauth/metadata';
import { TOKEN_PATH, tokenRoute } from './oauth/token-route';
import { clientAddressBy } from './request/client-address';
import { graphqlRoute } from './request/graphql-route';
import { originCheck } from './request/origin';
import { rateLimits } from './request/rate-limits';
import { sessionCookie } from './request/session-cookie';
import { whoAsks } from './request/who';
import type { GatewayEnv } from './settings';
import { portalSite } from './site/portal';
import { readPortal } from './site/portal-files';
import { pageHeaders, transportHeaders } from './site/security-headers';
import { answerSecurityText } from './site/security-txt';
import { type LocalServices, connectServices, servicesOf } from './subgraphs';

export interface GatewayOptions {
  readonly env: GatewayEnv;
  readonly log: Logger;
  /** services in this process; one that has an address in `env` is asked there */
  readonly services: LocalServices;
  /** unset: the composed graph of this repository */
  readonly supergraph?: Supergraph;
  /** documents by id; unset: the portal's manifest */
  readonly trustedDocuments?: Readonly<Record<string, string>>;
  /** the built portal; unset: the one of this repository */
  readonly portalDirectory?: string;
  /** unset: a registry of its own */
  readonly metrics?: Registry;
  /** `complete`: every operation through the Hive engine, for comparison */
  readonly engine?: 'compiled' | 'complete';
  /** longest time of a request and of one call to a service; for tests */
  readonly limits?: { readonly requestMs?: number; readonly callMs?: number };
}

/** A gateway that listens. */
export interface RunningGateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the one door of the product: the graph, the portal, health. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { env, log } = options;
  const supergraph = options.supergraph ?? committedSupergraph();
  const services = connectServices(
    servicesOf(supergraph.sdl),
    env,
    options.services,
    log,
    options.limits?.callMs,
  );
  const metrics = options.metrics ?? createMetrics();
  const limits = await rateLimits(env.RATE_LIMIT_PER_MINUTE, env.REDIS_URL, log);
  const documents = new Documents({
    graph: openGraph(supergraph, services.subgraphs, options.engine),
    trusted: options.trustedDocuments ?? manifestOfPortal(log),
    introspection: env.NODE_ENV !== 'production',
  });
  for (const [id, reason] of documents.broken)
    log.warn({ id, reason }, 'a trusted document does not fit the graph');
  const cookie = sessionCookie(env.PLATEN_URL);
  const clientAddress = clientAddressBy(env.TRUSTED_PROXY);
  const headers = transportHeaders(env.PLATEN_URL);
  const graphql = graphqlRoute({
    documents,
    who: whoAsks(services.actorAccess, cookie, limits),
    limits,
    clientAddress,
    cookie,
    checkOrigin: originCheck(env.PLATEN_URL),
    openDocuments: env.OPEN_DOCUMENTS,
    headers,
    metrics: operationMetrics(metrics),
    log,
    ...(options.limits?.requestMs !== undefined && { limitMs: options.limits.requestMs }),
  });
  const { accessTokens } = services;
  const token = accessTokens && tokenRoute({ tokens: accessTokens, limits, clientAddress, headers, log });
  const health = new Health(services.needs, log);
  const portal = portalSite(readPortal(options.portalDirectory ?? builtPortal), pageHeaders(env.PLATEN_URL));
  const contact = env.SECURITY_CONTACT ?? `mailto:security@${new URL(env.PLATEN_URL).hostname}`;

  const server = await listen(
    async (request, response) => {
      const path = request.url?.split('?', 1)[0];
      if (path === '/graphql') return graphql(request, response);
      if (token && path === TOKEN_PATH) return token(request, response);
      if (token && path === METADATA_PATH) return answerMetadata(response, env.PLATEN_URL);
      const isNeighbour = env.METRICS_PORT === undefined && isThisMachine(request);
      if (await answerHealth(request, response, health, isNeighbour ? metrics : null)) return;
      if (path === '/.well-known/security.txt')
        return answerSecurityText(response, contact, env.PLATEN_URL, new Date());
      return portal(request, response);
    },
    { host: env.HOST, port: env.PORT },
    log,
  );
  const metricsServer = await startMetrics(env, health, metrics, log);
  return {
    url: server.url,
    stop: async () => {
      health.stop();
      await server.stop();
      await metricsServer?.stop();
      await limits.stop();
      await services.stop();
    },
  };
}

/** Metrics are nobody's business outside: a socket of this machine, and no proxy that speaks for somebody else. */
function isThisMachine(request: {
  readonly socket: { readonly remoteAddress?: string };
  readonly headers: { readonly 'x-forwarded-for'?: string | string[]; readonly forwarded?: string };
}): boolean {
  const { remoteAddress = '' } = request.socket;
  const own = remoteAddress === '::1' || remoteAddress.replace('::ffff:', '').startsWith('127.');
  return own && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined;
}

async function startMetrics(
  env: GatewayEnv,
  health: Health,
  metrics: Registry,
  log: Logger,
): Promise<RunningServer | null> {
  if (env.METRICS_PORT === undefined) return null;
  return startHealthServer(health, metrics, { host: env.HOST, port: env.METRICS_PORT }, log);
}
