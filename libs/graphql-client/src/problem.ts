import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/**
 * What a failed operation means for the person at the screen.
 * - `signed-out`: no session (any more)  - `not-allowed`: a right is missing
 * - `view-only`: who looks through somebody's eyes changes nothing
 * - `offline`: nobody answered           - `busy`: asked too often, or the service is restarting
 * - `failed`: a fault of ours
 */
export type Problem = 'signed-out' | 'not-allowed' | 'view-only' | 'offline' | 'busy' | 'failed';

/** Nobody answered: no connection, or the gateway is not there. The cause is fetch's own error. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** Sorts an error of Apollo Client into the few kinds that the portal has words for. */
export function problemOf(error: unknown): Problem {
  if (CombinedGraphQLErrors.is(error))
    return problemOfCodes(error.errors.map(({ extensions }) => extensions?.code));
  if (ServerError.is(error)) return problemOfStatus(error.statusCode);
  if (error instanceof UnreachableError) return 'offline';
  return 'failed';
}

function problemOfCodes(codes: readonly unknown[]): Problem {
  if (codes.includes('UNAUTHENTICATED')) return 'signed-out';
  if (codes.includes('UNAUTHORIZED')) return 'not-allowed';
  if (codes.includes('VIEW_ONLY')) return 'view-only';
  return 'failed';
}

function problemOfStatus(status: number): Problem {
  if (status === 401) return 'signed-out';
  if (status === 403) return 'not-allowed';
  if (status === 429 || status === 503) return 'busy';
  // a proxy answers 502 or 504 while the gateway is away
  if (status === 502 || status === 504) return 'offline';
  return 'failed';
}
