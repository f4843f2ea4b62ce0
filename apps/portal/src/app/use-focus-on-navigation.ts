import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * After following a link the focus goes to the new page's heading, as a page load would do it; a change of
 * filters (same path) leaves it where it is.
 */
export function useFocusOnNavigation(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || !fromLocation) return;
        document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
      }),
    [router],
  );
}
