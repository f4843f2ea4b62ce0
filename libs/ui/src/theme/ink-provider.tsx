import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { inkTheme } from './ink-theme';
import './mantine-styles';

/** Where the choice of theme is kept; `public/color-scheme.js` of the portal reads it before the first paint. */
export const colorSchemeKey = 'platen.color-scheme';

const colorSchemeManager = localStorageColorSchemeManager({ key: colorSchemeKey });

/**
 * Theme for everything below it. Writes no `<style>` tags: variables and classes come from CSS files, so a
 * content security policy with `style-src 'self'` holds.
 */
export function InkProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={inkTheme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
