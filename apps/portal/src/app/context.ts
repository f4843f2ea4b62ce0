import type { ApolloClient } from '@apollo/client';
import type { SessionEvents } from '@platen/graphql-client';
import type { i18n } from 'i18next';

/** What the routes work with; made once by main.tsx or a test. */
export interface AppContext {
  readonly client: ApolloClient;
  readonly session: SessionEvents;
  readonly i18n: i18n;
}
