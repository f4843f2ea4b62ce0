import { useApolloClient } from '@apollo/client/react';
import { useRouter } from '@tanstack/react-router';
import { paths } from '../../shared/paths';

/** @returns the way in once the session is there: nothing read before is kept, and the page asked for opens */
export function useEnter(next: string | undefined): () => Promise<void> {
  const client = useApolloClient();
  const router = useRouter();
  return async () => {
    await client.clearStore();
    await router.invalidate();
    router.history.push(next ?? paths.overview());
  };
}
