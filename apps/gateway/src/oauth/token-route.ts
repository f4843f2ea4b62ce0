import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AccessTokens, ServiceUnavailable, requestIdOf } from '@platen/platform';
import type { Logger } from 'pino';
import { readBody } from '../request/body';
import type { ClientAddress } from '../request/client-address';
import type { RateLimits } from '../request/rate-limits';
import { RequestRefused } from '../request/request-refused';
import { apiHeaders } from '../site/security-headers';
import { TokenRefused, readTokenRequest, unknownClient } from './token-request';

/** Where systems exchange their key for a token. */
export const TOKEN_PATH = '/oauth/token';

const BODY_LIMIT_BYTES = 8 * 1024;

export interface TokenRouteOptions {
  readonly tokens: AccessTokens;
  readonly limits: RateLimits;
  readonly clientAddress: ClientAddress;
  /** on every answer, beside those of the API */
  readonly headers: Readonly<Record<string, string>>;
  readonly log: Logger;
}

/**
 * Answers POST /oauth/token: OAuth 2 client credentials (RFC 6749 section 4.4). Asking counts like a request without
 * credential, and asking in vain twice.
 */
export function tokenRoute(options: TokenRouteOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = requestIdOf(request.headers['x-request-id']);
    const headers = { ...options.headers, 'x-request-id': requestId };
    try {
      write(response, 200, await issue(options, request, requestId), headers);
    } catch (error) {
      const refused = refusalOf(error);
      if (!refused) {
        options.log.error({ err: error, requestId }, 'a request for a token failed');
        return write(response, 500, { error: 'server_error' }, headers);
      }
      const body = { error: refused.code, error_description: refused.message };
      write(response, refused.status, body, { ...headers, ...refused.headers });
    }
  };
}

async function issue(
  { tokens, limits, clientAddress }: TokenRouteOptions,
  request: IncomingMessage,
  requestId: string,
) {
  if (request.method !== 'POST')
    throw new TokenRefused(405, 'invalid_request', 'Use POST.', { allow: 'POST' });
  const address = clientAddress(request);
  await limits.countAddress(address, false);
  const body = await readBody(request, BODY_LIMIT_BYTES);
  const issued = await tokens.issue({ ...readTokenRequest(request.headers, body), requestId });
  if ('error' in issued) {
    await limits.countAddress(address, false);
    if (issued.error === 'invalid_client') throw unknownClient();
    throw new TokenRefused(400, 'invalid_scope', 'The key may not do all of that.');
  }
  return {
    access_token: issued.token,
    token_type: 'Bearer',
    expires_in: issued.expiresInSeconds,
    scope: issued.scopes.join(' '),
  };
}

/** Null for a fault of ours. */
function refusalOf(error: unknown): TokenRefused | null {
  if (error instanceof TokenRefused) return error;
  if (error instanceof ServiceUnavailable) {
    const message = 'Keys cannot be checked right now. Try again later.';
    return new TokenRefused(503, 'temporarily_unavailable', message, { 'retry-after': '2' });
  }
  if (!(error instanceof RequestRefused)) return null;
  const code = error.status === 429 ? 'temporarily_unavailable' : 'invalid_request';
  return new TokenRefused(error.status, code, error.message, error.details.headers);
}

/** JSON that nobody keeps (section 5.1). */
function write(
  response: ServerResponse,
  status: number,
  body: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>>,
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    ...apiHeaders,
    pragma: 'no-cache',
    'content-type': 'application/json; charset=utf-8',
    ...headers,
  });
  response.end(JSON.stringify(body));
}
