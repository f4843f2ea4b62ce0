import { hkdfSync } from 'node:crypto';
import { type Locale, type Right, locales, rights } from '@platen/contracts';
import { SignJWT, jwtVerify } from 'jose';
import { z } from 'zod';
import type { ServiceName } from '../service-names';
import type { Actor } from './actor';

/** Life of a token between two processes of the product (threats C4). */
const LIFE_SECONDS = 60;
const ALGORITHM = 'HS256';

const claimsSchema = z.object({
  kind: z.enum(['anonymous', 'guest', 'user', 'staff', 'partner', 'collector', 'system']),
  sub: z.string().nullable(),
  branchId: z.uuid().nullable(),
  customerId: z.uuid().nullable(),
  rights: z.array(z.enum(rights)),
  locale: z.enum(locales),
  sessionId: z.string().nullable(),
  viewedBy: z.string().nullable(),
  limits: z.object({ requests: z.int().nullable(), cost: z.int().nullable() }).nullable(),
  requestId: z.string(),
});

/** The caller has no token of ours, or one for somebody else, or one too old. Answered with 401. */
export class BadActorToken extends Error {
  override readonly name = 'BadActorToken';
}

/** Signs an actor for one subgraph. */
export function signActor(actor: Actor, audience: ServiceName, secret: string): Promise<string> {
  const claims = {
    kind: actor.kind,
    sub: actor.id,
    branchId: actor.branchId,
    customerId: actor.customerId,
    rights: [...actor.rights],
    locale: actor.locale,
    sessionId: actor.sessionId,
    viewedBy: actor.viewedBy,
    limits: actor.limits,
    requestId: actor.requestId,
  };
  return new SignJWT(Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null)))
    .setProtectedHeader({ alg: ALGORITHM })
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${LIFE_SECONDS}s`)
    .sign(keyFor(audience, secret));
}

/** @throws BadActorToken for anything but a fresh token that the product signed for this audience */
export async function verifyActor(token: string, audience: ServiceName, secret: string): Promise<Actor> {
  try {
    const { payload } = await jwtVerify(token, keyFor(audience, secret), {
      audience,
      algorithms: [ALGORITHM],
      requiredClaims: ['exp', 'iat'],
      maxTokenAge: LIFE_SECONDS,
    });
    const absent = {
      sub: null,
      branchId: null,
      customerId: null,
      sessionId: null,
      viewedBy: null,
      limits: null,
    };
    const claims = claimsSchema.parse({ ...absent, ...payload });
    return {
      kind: claims.kind,
      id: claims.sub,
      branchId: claims.branchId,
      customerId: claims.customerId,
      rights: new Set<Right>(claims.rights),
      locale: claims.locale satisfies Locale,
      sessionId: claims.sessionId,
      viewedBy: claims.viewedBy,
      limits: claims.limits,
      requestId: claims.requestId,
    };
  } catch (cause) {
    throw new BadActorToken('The actor token was refused.', { cause });
  }
}

const keys = new Map<string, Uint8Array>();

/** One key per audience, so that a token for one subgraph opens no other even if its audience were not checked. */
function keyFor(audience: ServiceName, secret: string): Uint8Array {
  const name = `${audience}\n${secret}`;
  let key = keys.get(name);
  if (!key) {
    key = new Uint8Array(hkdfSync('sha256', secret, '', `platen subgraph ${audience}`, 32));
    keys.set(name, key);
  }
  return key;
}
