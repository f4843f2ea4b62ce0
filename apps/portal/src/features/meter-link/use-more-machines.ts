import { useApolloClient } from '@apollo/client/react';
import { MeterLinkDocument, type MeterLinkQuery, type Problem, problemOf } from '@platen/graphql-client';
import { useState } from 'react';
import type { LinkedMachine } from './linked-machine';

type Link = NonNullable<MeterLinkQuery['meterLink']>;

/** The machines of a link that are fetched so far, and the way to the others. */
export interface FetchedMachines {
  readonly machines: readonly LinkedMachine[];
  readonly loading: boolean;
  /** why the next ones did not come; what was typed stays */
  readonly problem: Problem | undefined;
  /** absent at the end of the list */
  readonly onMore: (() => void) | undefined;
}

/** Machines page by page: a link of somebody who reads hundreds opens as fast as one of somebody who reads two. */
export function useMoreMachines(token: string, link: Link): FetchedMachines {
  const client = useApolloClient();
  const [machines, setMachines] = useState<readonly LinkedMachine[]>(link.machines);
  const [next, setNext] = useState(link.next);
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const fetchNext = async () => {
    setLoading(true);
    setProblem(undefined);
    try {
      const variables = { token, after: next };
      const { data } = await client.query({ query: MeterLinkDocument, variables, fetchPolicy: 'no-cache' });
      setMachines([...machines, ...(data?.meterLink?.machines ?? [])]);
      setNext(data?.meterLink?.next ?? null);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setLoading(false);
    }
  };
  return { machines, loading, problem, onMore: next === null ? undefined : () => void fetchNext() };
}
