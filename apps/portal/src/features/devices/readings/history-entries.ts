import type { CounterReadFragment, CounterResetFragment } from '@platen/graphql-client';

/** A line of a counter's history. */
export type HistoryEntry =
  | { readonly key: string; readonly at: string; readonly read: CounterReadFragment; readonly reset?: never }
  | {
      readonly key: string;
      readonly at: string;
      readonly read?: never;
      readonly reset: CounterResetFragment;
    };

/**
 * Readings and resets of a counter as one list, newest first. Readings come page by page: a reset that is older than
 * all of them so far waits for its page.
 * @param complete  no page is behind these readings
 */
export function historyOf(
  reads: readonly CounterReadFragment[],
  resets: readonly CounterResetFragment[],
  complete: boolean,
): HistoryEntry[] {
  const oldest = reads.at(-1)?.readAt;
  const shown = resets.filter(({ at }) => complete || (oldest !== undefined && timeOf(at) >= timeOf(oldest)));
  const entries = [
    ...reads.map((read): HistoryEntry => ({ key: `read ${read.readAt}`, at: read.readAt, read })),
    ...shown.map((reset): HistoryEntry => ({ key: `reset ${reset.at}`, at: reset.at, reset })),
  ];
  // readings at the instant of a reset count from the new value: they stand above it
  return entries.toSorted((a, b) => timeOf(b.at) - timeOf(a.at) || (a.reset ? 1 : 0) - (b.reset ? 1 : 0));
}

const timeOf = (at: string) => Date.parse(at);
