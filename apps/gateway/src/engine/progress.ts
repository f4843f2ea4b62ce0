import type { SessionChange, SubgraphResult } from '@platen/platform';
import type { GraphQLFormattedError } from 'graphql';
import type { Data } from './projection';

/** What one run has gathered so far. */
export interface Progress {
  readonly data: Data;
  readonly errors: GraphQLFormattedError[];
  session: SessionChange | null;
  /** the only fetch said that the request itself is wrong: nothing ran */
  refused: boolean;
}

/** A run at its beginning. */
export function startProgress(): Progress {
  return { data: {}, errors: [], session: null, refused: false };
}

/** Puts a subgraph's errors into the answer, each at the places where `relocate` says it belongs. */
export function noteErrors(
  progress: Progress,
  result: SubgraphResult,
  relocate: (path: readonly (string | number)[] | undefined) => readonly (readonly (string | number)[])[],
): void {
  for (const { message, path, extensions } of result.errors ?? [])
    for (const place of relocate(path)) progress.errors.push({ message, path: place, extensions });
}
