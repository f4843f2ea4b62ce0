import type { CollectorState } from '@platen/graphql-client';

/** State of the list of collectors as the URL holds it. */
export interface CollectorListSearch {
  readonly state?: CollectorState;
}

/** Choices of the state filter. */
export const collectorStates: readonly CollectorState[] = ['ONLINE', 'SILENT', 'WAITING', 'REVOKED'];

/** Reads the URL; what it does not know it leaves out. */
export function parseCollectorListSearch(raw: Readonly<Record<string, unknown>>): CollectorListSearch {
  return { state: collectorStates.find((state) => state === raw.state) };
}
