import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

const YEAR_SECONDS = 31_536_000;

/** Headers of every API answer: never kept, never a page (threats C30). */
export const apiHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** `Strict-Transport-Security` where the product is reached by https; browsers ignore it over http. */
export function transportHeaders(publicUrl: string): Readonly<Record<string, string>> {
  if (new URL(publicUrl).protocol !== 'https:') return {};
  return { 'strict-transport-security': `max-age=${YEAR_SECONDS}; includeSubDomains` };
}

/**
 * Headers of the portal's pages: own scripts only, nothing inline, no frames, no plugins (threats C30). Sizes that
 * components compute go through the CSSOM, which needs no exception for inline styles.
 */
export function pageHeaders(publicUrl: string): (request: IncomingMessage, response: ServerResponse) => void {
  const https = new URL(publicUrl).protocol === 'https:';
  const middleware = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: YEAR_SECONDS, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  return (request, response) => {
    middleware(request, response, (error?: unknown) => {
      if (error instanceof Error) throw error;
    });
  };
}
