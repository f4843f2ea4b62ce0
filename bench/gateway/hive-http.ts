/**
 * The peer without local executors: Hive's gateway runtime with the Rust planner, each service an Apollo Server in a
 * process of its own. Same session check, signed actor for each subgraph, no sharing of requests under way.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { dirname, join } from 'node:path';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { type Actor, type ServiceName, serviceNames, signActor } from '@platen/platform';
import { ready, sessionCheck } from './contender';
import { startServices } from './services';

interface GatewayContext {
  readonly actor: Actor;
}

/** What the runtime hands to a plugin that fills the context. */
interface ContextHook {
  readonly context: { readonly request?: Request };
  readonly extendContext: (more: GatewayContext) => void;
}

void (async () => {
  const { env, runtimes } = await startServices(['identity']);
  const whoAsks = sessionCheck(runtimes);
  const urls = await startSubgraphs();
  const entries = Object.entries(urls).map(([name, url]) => [
    name,
    { location: `${url}/graphql`, options: { deduplicateInflightRequests: false } },
  ]);
  const gateway = createGatewayRuntime<GatewayContext>({
    supergraph: readFileSync(join(__dirname, '../../apps/gateway/supergraph.graphql'), 'utf8'),
    unifiedGraphHandler,
    transportEntries: Object.fromEntries(entries) as never,
    logging: false,
    landingPage: false,
    graphiql: false,
    maskedErrors: false,
    plugins: () => [
      {
        onContextBuilding: async ({ context, extendContext }: ContextHook) => {
          extendContext({ actor: await whoAsks(context.request?.headers.get('cookie') ?? undefined) });
        },
        onFetch: async (call) => {
          const { executionRequest, context, options } = call;
          const service = executionRequest?.subgraphName as ServiceName | undefined;
          if (!service) return;
          const { actor } = (executionRequest?.context ?? context) as unknown as GatewayContext;
          const authorization = `Bearer ${await signActor(actor, service, env.PLATEN_SECRET)}`;
          call.setOptions({ ...options, headers: { ...options.headers, authorization } });
        },
      },
    ],
  });
  const server = createServer((request, response) => void gateway(request, response));
  server.listen(0, '127.0.0.1', () => {
    ready(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
})();

/** Every service on its own start command, ready to answer. */
async function startSubgraphs(): Promise<Record<string, string>> {
  const ports = await Promise.all(serviceNames.map(freePort));
  const urls = Object.fromEntries(serviceNames.map((name, at) => [name, `http://127.0.0.1:${ports[at]}`]));
  const settings = Object.fromEntries(
    Object.entries(urls).map(([name, url]) => [`${name.replaceAll('-', '_').toUpperCase()}_URL`, url]),
  );
  const children = serviceNames.map((name, at) => {
    const main = join(dirname(require.resolve(`@platen/${name}`)), 'main.js');
    const env = { ...process.env, ...settings, PORT: String(ports[at]) };
    return spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  });
  process.once('exit', () => children.forEach((child: ChildProcess) => child.kill('SIGKILL')));
  await Promise.all(Object.values(urls).map(untilReady));
  return urls;
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const answers = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not get ready.`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createSocket().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
