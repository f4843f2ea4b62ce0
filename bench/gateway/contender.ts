import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor, ActorAccess, ServiceRuntime } from '@platen/platform';

/** Name of the cookie over plain http, as the product's gateway sets it. */
export const SESSION_COOKIE = 'platen_session';

/** Tells the bench where this contender listens, and ends with it. */
export function ready(url: string): void {
  process.send?.({ url });
  process.once('disconnect', () => process.exit(0));
  process.once('SIGTERM', () => process.exit(0));
}

/** Identity's answer to who asks, the same statement for every contender. */
export function sessionCheck(runtimes: readonly ServiceRuntime[]) {
  const access: ActorAccess | undefined = runtimes.find(({ ports }) => ports.actorAccess)?.ports.actorAccess;
  if (!access) throw new Error('No service here knows who people are.');
  return async (cookie: string | undefined): Promise<Actor> => {
    const sessionToken = cookie?.slice(cookie.indexOf('=') + 1) ?? null;
    const requestId = randomUUID();
    const actor = await access.resolve({ sessionToken, bearer: null, acceptLanguage: null, requestId });
    if (!actor) throw new Error('The session of the bench is over.');
    return actor;
  };
}

/** Serves on any free port of loopback. */
export function listen(
  handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => void handler(request, response));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server });
    });
  });
}

/** The whole body as JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
}
