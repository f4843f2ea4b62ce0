import { useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/**
 * The token of a link from a mail, which stands behind `#`: what stands there is sent to no server and kept in no
 * log. It is read once and taken out of the address bar, so that nobody copies it along with the address.
 * @returns empty when the address has none
 */
export function useLinkToken(): string {
  const router = useRouter();
  const { hash, pathname, searchStr } = useLocation();
  const [token] = useState(hash);
  useEffect(() => {
    if (hash !== '') router.history.replace(pathname + searchStr);
  }, [hash, pathname, searchStr, router]);
  return token;
}
