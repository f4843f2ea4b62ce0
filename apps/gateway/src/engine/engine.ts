import type { Actor, ServiceName, SessionChange, SubgraphExecutor } from '@platen/platform';
import type { DocumentNode, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Data } from './projection';

/** One operation of a checked document; the document object is the same for the same text. */
export interface Operation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
}

/** What one run of an operation brings along. */
export interface RunRequest {
  /** defaults applied; checked when the plan has more than one fetch */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  readonly clientAddress: string | null;
  readonly signal: AbortSignal;
}

/** The answer as it goes over the wire, and what it did to the session. */
export interface RunResult {
  /** undefined: nothing ran, the request itself was wrong */
  readonly data: Data | null | undefined;
  readonly errors: readonly GraphQLFormattedError[];
  readonly session: SessionChange | null;
}

/** Runs one prepared operation. */
export type Run = (request: RunRequest) => Promise<RunResult>;

/** Executors by subgraph. */
export type Subgraphs = Readonly<Partial<Record<ServiceName, SubgraphExecutor>>>;
