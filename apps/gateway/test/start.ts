import { type RunningServer, serveSubgraph } from '@platen/platform';
import type { GatewayOptions } from '../src/gateway';
import { startGateway } from '../src/gateway';
import { type GatewayEnv, gatewayEnvSchema } from '../src/settings';
import { type FakeRuntime, fakeServices, fakeSupergraph, silent, testSecret } from './fakes';

export const portal = 'http://localhost:8080';
const supergraph = fakeSupergraph();

/** Settings of a gateway in tests: any free port, production unless told otherwise. */
export function testEnv(overrides: Record<string, string> = {}): GatewayEnv {
  return gatewayEnvSchema.parse({
    PLATEN_SECRET: testSecret,
    DATABASE_URL: 'postgres://nobody@localhost/none',
    PLATEN_URL: portal,
    PORT: '0',
    RATE_LIMIT_PER_MINUTE: '0',
    ...overrides,
  });
}

/** A whole GraphQL answer. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
    readonly extensions?: Record<string, unknown>;
  };
}

export type TestGateway = Awaited<ReturnType<typeof startTestGateway>>;

/** A gateway over the fake services, in this process. */
export async function startTestGateway(
  env: Record<string, string> = {},
  options: Partial<GatewayOptions> = {},
) {
  const services = fakeServices();
  const gateway = await startGateway({
    env: testEnv(env),
    log: silent,
    services: { fleet: services.fleet, ordering: services.ordering },
    supergraph,
    trustedDocuments: {},
    ...options,
  });
  const send = async (
    body: string,
    headers: Record<string, string> = {},
    method = 'POST',
  ): Promise<Reply> => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(method === 'POST' && { body }),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Reply['body'],
    };
  };
  return {
    ...gateway,
    services,
    send,
    query: (query: string, headers: Record<string, string> = {}, variables: Record<string, unknown> = {}) =>
      send(JSON.stringify({ query, variables }), headers),
  };
}

/** Headers of a signed-in person's browser. */
export const signedInAs = (name: 'rossi' | 'bianchi') => ({ cookie: `platen_session=session-${name}` });

/** Serves one fake service over HTTP, as its own process would. */
export function serveFake(runtime: FakeRuntime): Promise<RunningServer> {
  return serveSubgraph(runtime, { HOST: '127.0.0.1', PORT: 0, PLATEN_SECRET: testSecret }, silent);
}

/** The code of the first error. */
export const codeOf = (reply: Reply) => reply.body.errors?.[0]?.extensions.code;
