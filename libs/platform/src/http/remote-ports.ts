import { type Actor, anonymous } from '../actor/actor';
import { verifyActor } from '../actor/actor-token';
import type { AccessTokens, ActorAccess, DeviceAccess, DeviceScope } from '../ports';
import { deviceScopeSchema, issuedTokenSchema, resolvedActorSchema } from './port-calls';
import type { ServiceClient } from './service-client';

/** How long an answer about visibility may be used again (design: at most 1 s). */
const SCOPE_KEPT_MS = 1000;
const SCOPES_KEPT = 10_000;

/**
 * Fleet's `DeviceAccess` from another process. Answers are kept for a second per actor; when fleet cannot be asked
 * it throws, so the caller shows nothing.
 */
export function remoteDeviceAccess(fleet: ServiceClient): DeviceAccess {
  const kept = new Map<string, { readonly until: number; readonly scope: Promise<DeviceScope> }>();
  const ask = async (actor: Actor) =>
    deviceScopeSchema.parse(
      await fleet.post({ path: '/internal/ports/deviceAccess/scopeOf', actor, body: '{}', repeatable: true }),
    );
  return {
    scopeOf: (actor) => {
      const key = scopeKey(actor);
      const now = performance.now();
      const known = kept.get(key);
      if (known && known.until > now) return known.scope;
      if (kept.size >= SCOPES_KEPT) kept.clear();
      const scope = ask(actor);
      kept.set(key, { until: now + SCOPE_KEPT_MS, scope });
      // A failure is for those who wait for it, not for the next who asks.
      scope.catch(() => kept.delete(key));
      return scope;
    },
  };
}

/** Everything that the answer may depend on: never only part of who asks. */
function scopeKey({ kind, id, branchId, customerId, rights, sessionId }: Actor): string {
  return JSON.stringify([kind, id, branchId, customerId, sessionId, [...rights].sort()]);
}

/** Identity's `ActorAccess` from another process: asked at every request, nothing kept. */
export function remoteActorAccess(identity: ServiceClient, secret: string): ActorAccess {
  return {
    resolve: async (credentials) => {
      const answer = await identity.post({
        path: '/internal/ports/actorAccess/resolve',
        actor: anonymous(credentials.requestId, 'en'),
        body: JSON.stringify(credentials),
        repeatable: true,
      });
      const { actor } = resolvedActorSchema.parse(answer);
      return actor === null ? null : verifyActor(actor, 'identity', secret);
    },
  };
}

/** Identity's `AccessTokens` from another process. Never sent twice: a lost answer is a lost token. */
export function remoteAccessTokens(identity: ServiceClient): AccessTokens {
  return {
    issue: async (request) =>
      issuedTokenSchema.parse(
        await identity.post({
          path: '/internal/ports/accessTokens/issue',
          actor: anonymous(request.requestId, 'en'),
          body: JSON.stringify(request),
          repeatable: false,
        }),
      ),
  };
}
