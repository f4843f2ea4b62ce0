import { createRouter, type RouterHistory } from '@tanstack/react-router';
import type { AppContext } from './context';
import { routeTree } from './routes';

/** Parameters are plain words in the URL (`?search=123` is text), not JSON as the router would have it. */
const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

const stringifySearch = (search: Record<string, unknown>): string => {
  const present = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  const text = new URLSearchParams(present).toString();
  return text === '' ? '' : `?${text}`;
};

/** The portal's router; a test gives it a history in memory. */
export function makeRouter(context: AppContext, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context,
    history,
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: false,
    // the shell stays while a page's code is on its way; a spinner would only flicker
    defaultPendingMs: 400,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
