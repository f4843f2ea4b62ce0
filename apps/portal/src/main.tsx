import { makeApolloClient, SessionEvents } from '@platen/graphql-client';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import type { AppContext } from './app/context';
import { makeRouter } from './app/router';
import { startI18n } from './shared/i18n';

async function start(element: HTMLElement): Promise<void> {
  const i18n = await startI18n();
  const session = new SessionEvents();
  const client = makeApolloClient({ session, language: () => i18n.language ?? navigator.language });
  const context: AppContext = { client, session, i18n };
  createRoot(element).render(<App context={context} router={makeRouter(context)} />);
}

const element = document.getElementById('root');
if (element) void start(element);
