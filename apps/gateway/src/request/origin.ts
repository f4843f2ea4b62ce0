import type { IncomingHttpHeaders } from 'node:http';
import { RequestRefused } from './request-refused';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses requests that another site's page makes (threats C12). Browsers say where a request comes from; programs
 * say nothing and have no cookie to misuse. Requests with a key are not bound to a browser and pass.
 * @throws RequestRefused 403
 */
export function originCheck(publicUrl: string): (headers: IncomingHttpHeaders) => void {
  const own = new URL(publicUrl);
  return (headers) => {
    if (headers.authorization !== undefined) return;
    const foreign = headers.origin === undefined ? isCrossSite(headers) : !isOwn(headers.origin, own);
    if (foreign)
      throw new RequestRefused(
        403,
        'ORIGIN_NOT_ALLOWED',
        `Use the portal at its own address, ${own.origin}.`,
      );
  };
}

function isCrossSite(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}

/** On one machine the same port is the same portal, whatever name of loopback the browser was given. */
function isOwn(origin: string, own: URL): boolean {
  if (origin === own.origin) return true;
  if (!URL.canParse(origin) || !LOOPBACK.has(own.hostname)) return false;
  const asked = new URL(origin);
  return LOOPBACK.has(asked.hostname) && asked.protocol === own.protocol && asked.port === own.port;
}
