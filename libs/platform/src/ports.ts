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

/** Settings of a branch. Own projection of each service, kept by event; falls back to nothing, never to another branch. */
export interface BranchAccess {
  /** @returns null for a branch this service has not heard of yet */
  settingsOf(branchId: string): Promise<BranchSettings | null>;
}

export interface ServicePorts {
  readonly deviceAccess?: DeviceAccess;
  readonly actorAccess?: ActorAccess;
}
