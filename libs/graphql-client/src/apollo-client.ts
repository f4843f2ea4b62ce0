import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { makeCache } from './cache';
import { problemOf, UnreachableError } from './problem';
import type { SessionEvents } from './session-events';
import { trustedDocumentsLink, withDocumentId } from './trusted-documents';

declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Query {
        errorPolicy: 'all';
      }
    }
  }
}

/** What a client needs from the page it works in. */
export interface ClientOptions {
  /** Where the gateway answers; the portal's own origin unless told otherwise. */
  readonly uri?: string;
  readonly session: SessionEvents;
  /** BCP 47 tag of the page's language; the gateway's messages come back in it. */
  readonly language: () => string;
  /** In place of HTTP, for tests. */
  readonly transport?: ApolloLink;
}

/** Sends the body as GraphQL over HTTP wants it, see {@link withDocumentId}; no answer at all has its own error. */
const fetchTrusted: typeof fetch = async (input, init) => {
  const request = typeof init?.body === 'string' ? { ...init, body: withDocumentId(init.body) } : init;
  try {
    return await fetch(input, request);
  } catch (cause) {
    // given up on purpose (the page was left): not a failure to tell anybody about
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new UnreachableError('the gateway did not answer', { cause });
  }
};

/**
 * The portal's client: session cookie on our own origin only, trusted documents by their hash, and a
 * sign-in event when the session has gone. Each caller still sees its own error.
 */
export function makeApolloClient(options: ClientOptions): ApolloClient {
  const http = new HttpLink({
    uri: options.uri ?? '/graphql',
    credentials: 'same-origin',
    fetch: fetchTrusted,
  });
  const signedOut = new ErrorLink(({ error }) => {
    if (problemOf(error) === 'signed-out') options.session.signedOut();
  });
  const language = new SetContextLink(() => ({ headers: { 'accept-language': options.language() } }));
  return new ApolloClient({
    link: ApolloLink.from([signedOut, language, trustedDocumentsLink, options.transport ?? http]),
    cache: makeCache(),
    // one service away must not blank the page: what came is shown, what is missing says so
    defaultOptions: { watchQuery: { errorPolicy: 'all' }, query: { errorPolicy: 'all' } },
  });
}
