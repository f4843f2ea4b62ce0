import type { IncomingMessage } from 'node:http';
import { type Actor, type ActorAccess, ServiceUnavailable } from '@platen/platform';
import type { RateLimits } from './rate-limits';
import { RequestRefused } from './request-refused';
import type { SessionCookie } from './session-cookie';

/** Who asks, and whether the browser holds a cookie that is worth nothing any more. */
export interface Caller {
  readonly actor: Actor;
  readonly staleCookie: boolean;
}

/** Finds out who asks. */
export type Who = (
  request: IncomingMessage,
  requestId: string,
  clientAddress: string | null,
) => Promise<Caller>;

/**
 * Asks identity at every request, so that rights removed act at the next one. A key that is not valid is refused; a
 * session that is over leaves the caller anonymous, and each field says for itself whether that is enough.
 * @throws RequestRefused 401 for a bad key, 429 over the limit, 503 while identity is away
 */
export function whoAsks(access: ActorAccess, cookie: SessionCookie, limits: RateLimits): Who {
  return async (request, requestId, clientAddress) => {
    const bearer = bearerOf(request.headers.authorization);
    const sessionToken = bearer === null ? cookie.read(request.headers.cookie) : null;
    const acceptLanguage = request.headers['accept-language'] ?? null;
    await limits.countAddress(clientAddress, bearer !== null || sessionToken !== null);
    const resolve = (token: string | null) =>
      access.resolve({ sessionToken: token, bearer, acceptLanguage, requestId }).catch(identityAway);
    const actor = await resolve(sessionToken);
    if (actor) {
      await limits.countActor(actor);
      return { actor, staleCookie: false };
    }
    // Guessing costs as much as asking without any credential.
    await limits.countAddress(clientAddress, false);
    const nobody = bearer === null && sessionToken !== null ? await resolve(null) : null;
    if (!nobody) throw badKey();
    return { actor: nobody, staleCookie: true };
  };
}

const BEARER = /^Bearer +([\w.~+/=-]{1,512})$/i;

function bearerOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  const key = BEARER.exec(header)?.[1];
  if (key === undefined) throw badKey();
  return key;
}

function badKey(): RequestRefused {
  const headers = { 'www-authenticate': 'Bearer' };
  return new RequestRefused(401, 'UNAUTHENTICATED', 'This key is not valid here.', { headers });
}

function identityAway(error: unknown): never {
  if (!(error instanceof ServiceUnavailable)) throw error;
  throw new RequestRefused(
    503,
    'SERVICE_UNAVAILABLE',
    'Sign-in cannot be checked right now. Try again later.',
    {
      headers: { 'retry-after': '2' },
    },
  );
}
