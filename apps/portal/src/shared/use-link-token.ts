import { useEffect, useState } from 'react';

/**
 * The token of a link from a mail, which stands behind `#`: what stands there is sent to no server and kept in no
 * log. It is read once and taken out of the address bar, so that nobody copies it along with the address.
 * @returns empty when the address has none
 */
export function useLinkToken(): string {
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    if (window.location.hash === '') return;
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  }, []);
  return token;
}
