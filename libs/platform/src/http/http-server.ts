import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { type Health, answerHealth } from './health';

/** Seconds for header and body of a request (threats C11). */
const REQUEST_LIMIT_MS = 30_000;
/** Seconds that requests under way get to finish when the process stops; C56 allows 30 for everything. */
const DRAIN_MS = 20_000;

export interface HttpAddress {
  /** 0: any free port */
  readonly port: number;
  readonly host: string;
}

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** takes no new requests, lets those under way finish for 20 s, then cuts them off */
  stop(): Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Starts an HTTP server. A handler that throws is logged and answered with a bare 500. */
export async function listen(handler: Handler, address: HttpAddress, log: Logger): Promise<RunningServer> {
  const server = createServer(
    { requestTimeout: REQUEST_LIMIT_MS, headersTimeout: REQUEST_LIMIT_MS, keepAliveTimeout: 65_000 },
    (request, response) => {
      void (async () => handler(request, response))().catch((error: unknown) => {
        log.error({ err: error, path: request.url?.split('?', 1)[0] }, 'a request failed');
        if (!response.headersSent) response.writeHead(500, { 'cache-control': 'no-store' });
        response.end();
      });
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return {
    url: `http://${host === '0.0.0.0' || host === '[::]' ? 'localhost' : host}:${port}`,
    port,
    stop: () =>
      new Promise((resolve) => {
        // A kept connection whose request has just finished would hold the server until the client lets go.
        const idle = setInterval(() => server.closeIdleConnections(), 100);
        const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
        server.close(() => {
          clearInterval(idle);
          clearTimeout(cut);
          resolve();
        });
      }),
  };
}

/** A server with nothing but health and metrics, for processes that serve nothing else. */
export function startHealthServer(
  health: Health,
  metrics: Registry | null,
  address: HttpAddress,
  log: Logger,
): Promise<RunningServer> {
  return listen(
    async (request, response) => {
      if (!(await answerHealth(request, response, health, metrics))) response.writeHead(404).end();
    },
    address,
    log,
  );
}
