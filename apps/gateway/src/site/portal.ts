import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Encoding, PortalFile } from './portal-files';

const YEAR_SECONDS = 31_536_000;

/** Answers everything that is not the API. */
export type Site = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Serves the built portal: hashed files for a year, pages never without asking back, `index.html` for every address
 * that the portal's router may know.
 */
export function portalSite(
  files: ReadonlyMap<string, PortalFile> | null,
  setHeaders: (request: IncomingMessage, response: ServerResponse) => void,
): Site {
  return async (request, response) => {
    setHeaders(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const file = files?.get(path) ?? (isPage(path) ? files?.get('/index.html') : undefined);
    if (!file) {
      const words = files ? 'Not found.\n' : 'The portal is not built: npm run build.\n';
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
      response.end(words);
      return;
    }
    await send(request, response, file);
  };
}

/** A path whose last part has no extension is a page; a missing file is a 404 and not the portal's front page. */
function isPage(path: string): boolean {
  return !path.slice(path.lastIndexOf('/')).includes('.');
}

async function send(request: IncomingMessage, response: ServerResponse, file: PortalFile): Promise<void> {
  response.setHeader('etag', file.etag);
  response.setHeader(
    'cache-control',
    file.hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
  );
  response.setHeader('vary', 'accept-encoding');
  if (request.headers['if-none-match']?.includes(file.etag)) {
    response.writeHead(304).end();
    return;
  }
  const encoding = encodingFor(request.headers['accept-encoding'], file);
  const body = await file.body(encoding);
  response.setHeader('content-type', file.type);
  response.setHeader('content-length', body.length);
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
}

function encodingFor(header: string | undefined, file: PortalFile): Encoding {
  const accepted = (header ?? '').split(',').flatMap((part) => {
    const [name = '', quality = ''] = part.split(';');
    return /^\s*q=0(\.0*)?\s*$/.test(quality) ? [] : [name.trim()];
  });
  return file.encodings.find((encoding) => accepted.includes(encoding)) ?? 'identity';
}
