import { ApolloProvider } from '@apollo/client/react';
import { InkProvider, LinkProvider } from '@platen/ui';
import { type RegisteredRouter, RouterProvider } from '@tanstack/react-router';
import { I18nextProvider } from 'react-i18next';
import type { AppContext } from './context';
import { RouterLink } from './router-link';

/** The whole portal around a router: theme, translations, data, links. */
export function App({
  context,
  router,
}: {
  readonly context: AppContext;
  readonly router: RegisteredRouter;
}) {
  return (
    <InkProvider>
      <I18nextProvider i18n={context.i18n}>
        <ApolloProvider client={context.client}>
          <LinkProvider component={RouterLink}>
            <RouterProvider router={router} />
          </LinkProvider>
        </ApolloProvider>
      </I18nextProvider>
    </InkProvider>
  );
}
