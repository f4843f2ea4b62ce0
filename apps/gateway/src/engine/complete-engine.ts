import type { ServiceName, SessionChange } from '@platen/platform';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  buildASTSchema,
  parse,
} from 'graphql';
import type { Data } from './projection';
import type { Operation, Run, RunRequest, Subgraphs } from './engine';

/** What a subgraph call of the Hive engine looks like to us. */
interface SubgraphCall {
  readonly document: DocumentNode;
  readonly variables?: Record<string, unknown>;
  readonly context?: { readonly request: RunRequest; session: SessionChange | null };
}

/** Runs any operation that the graph can answer. Slower than compiled plans, and complete. */
export type CompleteEngine = (operation: Operation) => Run;

/**
 * Hive's plan executor over the same subgraph executors. Loaded when the first operation needs it: most
 * installations never do, and it would cost memory.
 */
export function lazyCompleteEngine(supergraph: string, subgraphs: Subgraphs): CompleteEngine {
  let executor: ReturnType<typeof hiveExecutor> | undefined;
  return (operation) => async (request) => {
    executor ??= hiveExecutor(supergraph, subgraphs);
    const execute = await executor;
    const context = { request, session: null as SessionChange | null };
    const { document, definition } = operation;
    const result = (await execute({
      document,
      operationName: definition.name?.value,
      operationType: definition.operation,
      variables: request.variables,
      context,
      signal: request.signal,
    })) as ExecutionResult<Data>;
    const errors = (result.errors ?? []).map((error) => masked(error, request.actor.requestId));
    return { data: result.data ?? null, errors, session: context.session };
  };
}

/** Errors of our subgraphs carry the request's id and are masked already; anything else is the engine's own. */
function masked(
  { message, path, extensions }: GraphQLFormattedError,
  requestId: string,
): GraphQLFormattedError {
  if (extensions?.requestId === requestId) return { message, path, extensions };
  const code = 'INTERNAL_SERVER_ERROR';
  return { message: 'Something went wrong on our side.', path, extensions: { code, requestId } };
}

async function hiveExecutor(supergraph: string, subgraphs: Subgraphs) {
  const { unifiedGraphHandler } = await import('@graphql-hive/router-runtime');
  const unifiedGraph = buildASTSchema(parse(supergraph, { noLocation: true }), { assumeValid: true });
  const handler = await unifiedGraphHandler({
    unifiedGraph,
    getUnifiedGraphSDL: () => supergraph,
    onSubgraphExecute: async (name: string, call: SubgraphCall) => {
      const executor = subgraphs[name as ServiceName];
      if (!executor || !call.context) throw new Error(`The supergraph names an unknown subgraph: ${name}.`);
      const { actor, clientAddress, signal } = call.context.request;
      const { document, variables = {} } = call;
      const result = await executor({ document, variables, actor, clientAddress, signal });
      if (result.session) call.context.session = result.session;
      return result;
    },
  });
  if (!handler.executor) throw new Error('The Hive engine gave no executor.');
  return handler.executor;
}
