import { z } from 'zod';
import type { Actor } from '../actor/actor';
import { signActor } from '../actor/actor-token';
import type { ServicePorts } from '../ports';

const credentialsSchema = z.object({
  sessionToken: z.string().nullable(),
  bearer: z.string().nullable(),
  acceptLanguage: z.string().nullable(),
  requestId: z.string(),
});

const tokenRequestSchema = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  scopes: z.array(z.string()).nullable(),
  requestId: z.string(),
});

/** Answer of `accessTokens.issue`. */
export const issuedTokenSchema = z.union([
  z.object({ token: z.string(), expiresInSeconds: z.int(), scopes: z.array(z.string()) }),
  z.object({ error: z.enum(['invalid_client', 'invalid_scope']) }),
]);

/** Answer of `deviceAccess.scopeOf`. */
export const deviceScopeSchema = z.union([
  z.object({ all: z.literal(true) }),
  z.object({ all: z.literal(false), deviceIds: z.array(z.string()) }),
]);

/** Answer of `actorAccess.resolve`: the actor as a signed token, or null for a credential that is not valid. */
export const resolvedActorSchema = z.object({ actor: z.string().nullable() });

/**
 * Carries out a question that another process asks of this service in code. Who may see which device is asked about
 * the actor of the token alone, so that nobody can ask for somebody else.
 * @returns undefined when the service has no such port
 * @throws ZodError for an input that is not the port's
 */
export async function answerPortCall(
  call: string,
  ports: ServicePorts,
  actor: Actor,
  input: unknown,
  secret: string,
): Promise<object | undefined> {
  if (call === 'deviceAccess/scopeOf' && ports.deviceAccess) return ports.deviceAccess.scopeOf(actor);
  if (call === 'actorAccess/resolve' && ports.actorAccess) {
    const resolved = await ports.actorAccess.resolve(credentialsSchema.parse(input));
    return { actor: resolved && (await signActor(resolved, 'identity', secret)) };
  }
  if (call === 'accessTokens/issue' && ports.accessTokens)
    return ports.accessTokens.issue(tokenRequestSchema.parse(input));
  return undefined;
}
