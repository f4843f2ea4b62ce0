import type { BranchSettings } from '@platen/contracts';
import type { Actor } from './actor/actor';

/** Which devices an actor sees. `all`: every device inside the actor's tenant scope. */
export type DeviceScope =
  | { readonly all: true }
  | { readonly all: false; readonly deviceIds: readonly string[] };

/**
 * Fleet's answer to "who sees which device", asked by the other services. At most 1 s old; when fleet cannot be
 * asked it throws, and the caller shows nothing rather than everything.
 */
export interface DeviceAccess {
  scopeOf(actor: Actor): Promise<DeviceScope>;
}

/** What a request brought along to say who it is. */
export interface Credentials {
  readonly sessionToken: string | null;
  readonly bearer: string | null;
  readonly acceptLanguage: string | null;
  readonly requestId: string;
}

/** Identity's answer to "who is this", asked by the gateway at every request: one indexed statement at most. */
export interface ActorAccess {
  /** @returns null when a credential was given and is not (or no longer) valid; anonymous when none was given */
  resolve(credentials: Credentials): Promise<Actor | null>;
}

/** What a system brings to exchange its key for a token (RFC 6749 section 4.4). */
export interface TokenRequest {
  /** the key's id */
  readonly clientId: string;
  /** the key itself */
  readonly clientSecret: string;
  /** rights asked for; null: all of the key's */
  readonly scopes: readonly string[] | null;
  readonly requestId: string;
}

/** A token, or the reason why there is none, in the words of RFC 6749 section 5.2. */
export type IssuedToken =
  | { readonly token: string; readonly expiresInSeconds: number; readonly scopes: readonly string[] }
  | { readonly error: 'invalid_client' | 'invalid_scope' };

/** Identity's way to give a system a bearer token of short life; `ActorAccess` knows it from then on. */
export interface AccessTokens {
  issue(request: TokenRequest): Promise<IssuedToken>;
}

/** Settings of a branch. Own projection of each service, kept by event; falls back to nothing, never to another branch. */
export interface BranchAccess {
  /** @returns null for a branch this service has not heard of yet */
  settingsOf(branchId: string): Promise<BranchSettings | null>;
}

export interface ServicePorts {
  readonly deviceAccess?: DeviceAccess;
  readonly actorAccess?: ActorAccess;
  readonly accessTokens?: AccessTokens;
}
