import { createContext, type ReactNode, useContext } from 'react';
import { Formatter } from './formatter';

const Context = createContext(new Formatter({ locale: 'en-GB', timeZone: 'UTC' }));

/** Gives the components below the reader's language and zone. */
export function FormatProvider({
  format,
  children,
}: {
  readonly format: Formatter;
  readonly children: ReactNode;
}) {
  return <Context value={format}>{children}</Context>;
}

/** The formatter of the nearest {@link FormatProvider}. */
export function useFormat(): Formatter {
  return useContext(Context);
}
