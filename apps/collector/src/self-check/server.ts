import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { isIP } from 'node:net';
import type { CollectorStatus } from '../status';
import { type Tried, pageOf } from './page';

/** What the page works with. */
export interface SelfCheckParts {
  readonly status: CollectorStatus;
  /** tries one address; words for people, and none for an address that is not this collector's to ask */
  readonly check: (address: string) => Promise<string>;
  readonly now: () => Date;
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;
const FORM_LIMIT = 1000;

/** The page by which people at the site see how the collector is doing, and the two addresses that supervisors ask. */
export function selfCheckServer(parts: SelfCheckParts): Server {
  let trying = false;
  return createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/livez' || path === '/readyz') return void response.writeHead(200).end();
    if (!isOurHost(request)) return refuse(response, 421);
    if (path === '/' && request.method === 'GET') return show(null);
    if (path !== '/test' || request.method !== 'POST') return refuse(response, 404);
    if (!isSameOrigin(request)) return refuse(response, 403);
    if (trying) return refuse(response, 429);
    trying = true;
    readForm(request)
      .then((address) => (address === null ? refuse(response, 413) : tryAddress(address)))
      .catch(() => refuse(response, 400))
      .finally(() => {
        trying = false;
      });

    async function tryAddress(address: string): Promise<void> {
      show({ address, words: await parts.check(address) });
    }

    function show(tried: Tried | null): void {
      response.writeHead(200, HEADERS).end(pageOf(parts.status, parts.now(), tried));
    }
  });
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'cache-control': 'no-store' }).end();
}

/** By address or as localhost: a name that an attacker points here (DNS rebinding) is not ours. */
function isOurHost({ headers: { host = '' } }: IncomingMessage): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || isIP(name) !== 0;
}

/** Only this page's own form: a page of another site cannot make the collector send anything. */
function isSameOrigin({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return headers.origin === `http://${headers.host}`;
}

async function readForm(request: IncomingMessage): Promise<string | null> {
  let text = '';
  for await (const part of request as AsyncIterable<Buffer>) {
    text += part.toString('latin1');
    if (text.length > FORM_LIMIT) return null;
  }
  return (new URLSearchParams(text).get('address') ?? '').trim();
}
