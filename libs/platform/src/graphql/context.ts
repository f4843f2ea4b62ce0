import type { Logger } from 'pino';
import type { Actor } from '../actor/actor';

/** A session that a mutation opened or ended; the gateway turns it into a cookie. */
export type SessionChange = { readonly token: string; readonly expiresAt: string } | { readonly token: null };

/** What every resolver gets: who acts, and loaders that live as long as this request. */
export interface GraphqlContext {
  readonly actor: Actor;
  readonly log: Logger;
  /** the same loader for the same key within one request */
  loader<Loader>(key: string, make: () => Loader): Loader;
  /** for sign-in and sign-out alone */
  changeSession(change: SessionChange): void;
  /** the address the request came from, for counting attempts; null when unknown */
  readonly clientAddress: string | null;
}

export interface RequestFacts {
  readonly actor: Actor;
  readonly log: Logger;
  readonly clientAddress: string | null;
}

/** Makes the context of one execution in one subgraph, and shows afterwards what it did to the session. */
export function createContext(
  facts: RequestFacts,
): GraphqlContext & { readonly sessionChange: () => SessionChange | null } {
  const loaders = new Map<string, unknown>();
  let change: SessionChange | null = null;
  return {
    ...facts,
    loader: <Loader>(key: string, make: () => Loader) => {
      if (!loaders.has(key)) loaders.set(key, make());
      return loaders.get(key) as Loader;
    },
    changeSession: (next) => {
      change = next;
    },
    sessionChange: () => change,
  };
}
