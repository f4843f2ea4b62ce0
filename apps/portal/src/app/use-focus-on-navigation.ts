import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/**
 * After following a link the focus goes to the new page's heading, as a page load would do it; a change of
 * filters (same path) leaves it where it is.
 */
export function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    // the page's code may still be on its way: then <main> takes the focus
    const heading =
      document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
    heading?.focus({ preventScroll: true });
  }, [pathname]);
}
