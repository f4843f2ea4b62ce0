import { useApolloClient } from '@apollo/client/react';
import { OrderableSuppliesDocument } from '@platen/graphql-client';
import { useCallback, useEffect, useState } from 'react';
import type { Orderable } from './order-lines';

/** What is known of a machine: on its way, not among the reader's, or not to be had now. */
export type OrderableAnswer =
  | { readonly state: 'known'; readonly orderable: Orderable }
  | { readonly state: 'unknown' }
  | { readonly state: 'failed'; readonly error: unknown };

/** What can be ordered for each of these machines; a machine without an entry is still asked for. */
export function useOrderable(deviceIds: readonly string[]): {
  readonly answers: ReadonlyMap<string, OrderableAnswer>;
  readonly ask: (deviceId: string) => Promise<void>;
} {
  const client = useApolloClient();
  const [answers, setAnswers] = useState<ReadonlyMap<string, OrderableAnswer>>(new Map());
  const ask = useCallback(
    async (deviceId: string) => {
      const answer = await client
        // what is on its way, and with it what may be ordered, changes by the minute
        .query({ query: OrderableSuppliesDocument, variables: { deviceId }, fetchPolicy: 'network-only' })
        .then(({ data, error }): OrderableAnswer => {
          const orderable = data?.orderableSupplies;
          if (!orderable && error) return { state: 'failed', error };
          if (!orderable) return { state: 'unknown' };
          const { device } = orderable;
          // the service that knows its name did not answer
          return device
            ? { state: 'known', orderable: { ...orderable, device } }
            : { state: 'failed', error };
        })
        .catch((error: unknown): OrderableAnswer => ({ state: 'failed', error }));
      setAnswers((before) => new Map(before).set(deviceId, answer));
    },
    [client],
  );
  const asked = deviceIds.join();
  useEffect(() => {
    for (const deviceId of asked.split(',')) if (deviceId !== '') void ask(deviceId);
  }, [asked, ask]);
  return { answers, ask };
}
