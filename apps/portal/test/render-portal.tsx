import { SchemaLink } from '@apollo/client/link/schema';
import { makeApolloClient, SessionEvents } from '@platen/graphql-client';
import { createMemoryHistory } from '@tanstack/react-router';
import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../src/app/app';
import { makeRouter } from '../src/app/router';
import { startI18n } from '../src/shared/i18n';
import { keepLanguage } from '../src/shared/kept-language';
import type { Language } from '../src/shared/language';
import { makeMockGraph, type MockSession } from './mock-server/graph';

// a busy machine is slow, not wrong: the limit of the whole test is the one that counts
configure({ asyncUtilTimeout: 15_000 });

/** Where the test starts. */
export interface Start {
  readonly path?: string;
  /** E-mail of somebody of the mock who is signed in. */
  readonly as?: string;
  /** Language chosen in this browser before; counts until somebody is signed in. */
  readonly language?: Language;
}

/**
 * The whole portal in jsdom on the mock's graph: real routes, real documents, no HTTP. The session can be taken
 * away to see what happens.
 */
export async function renderPortal({ path = '/', as, language = 'en' }: Start = {}) {
  localStorage.clear();
  keepLanguage(language);
  const graph = makeMockGraph(Date.now());
  const mockSession: MockSession = { person: graph.people.find(({ user }) => user.email === as) };
  const i18n = await startI18n();
  const session = new SessionEvents();
  const client = makeApolloClient({
    session,
    language: () => i18n.language,
    transport: new SchemaLink({
      schema: graph.schema,
      rootValue: graph.rootValue,
      context: () => mockSession,
    }),
  });
  const context = { client, session, i18n };
  const history = createMemoryHistory({ initialEntries: [path] });
  const { unmount } = render(<App context={context} router={makeRouter(context, history)} />);
  return { user: userEvent.setup(), mockSession, history, client, unmount };
}
