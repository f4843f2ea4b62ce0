import type { IncomingMessage } from 'node:http';
import type { Actor } from '../actor/actor';
import { BadActorToken, verifyActor } from '../actor/actor-token';
import type { ServiceName } from '../service';

/** Name of the header in which the gateway hands on the address of its client. */
export const CLIENT_ADDRESS_HEADER = 'x-platen-client-address';

/**
 * The actor whom the product signed for this service.
 * @returns null for no token or any other token: answer 401 and nothing else (threats C4)
 */
export async function bearerActor(
  request: IncomingMessage,
  audience: ServiceName,
  secret: string,
): Promise<Actor | null> {
  const [, token] = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (!token) return null;
  try {
    return await verifyActor(token, audience, secret);
  } catch (error) {
    if (error instanceof BadActorToken) return null;
    throw error;
  }
}
