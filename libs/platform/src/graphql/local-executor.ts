import { type DocumentNode, type ExecutionResult, type GraphQLSchema, GraphQLError, execute } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Logger } from 'pino';
import type { Actor } from '../actor/actor';
import type { UnitOfWork } from '../database/unit-of-work';
import { type SessionChange, createContext } from './context';
import { Denials } from './denials';
import { maskError } from './mask-error';

/** One operation for one subgraph, as planned by the gateway. The document is the same object for the same plan. */
export interface SubgraphRequest {
  readonly document: DocumentNode;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
  readonly actor: Actor;
  readonly clientAddress: string | null;
  readonly signal?: AbortSignal;
}

export interface SubgraphResult extends ExecutionResult<Record<string, unknown>> {
  /** set when the operation opened or ended a session */
  readonly session?: SessionChange;
}

/** How the gateway reaches a subgraph: in this process or over HTTP, behind one interface. */
export type SubgraphExecutor = (request: SubgraphRequest) => Promise<SubgraphResult>;

/** Executes against a service in this process: documents are compiled once, reads share one transaction. */
export function localExecutor(schema: GraphQLSchema, work: UnitOfWork, log: Logger): SubgraphExecutor {
  const compiled = new WeakMap<DocumentNode, CompiledQuery | null>();
  const denials = new Denials(work, log);
  return async (request) => {
    const context = createContext({ actor: request.actor, log, clientAddress: request.clientAddress });
    const query = compiledOf(compiled, schema, request);
    const result = await work.sharedReads(async () =>
      query
        ? query.query(undefined, context, request.variables)
        : execute({
            schema,
            document: request.document,
            contextValue: context,
            variableValues: request.variables,
          }),
    );
    const session = context.sessionChange();
    const errors = result.errors?.map((error) =>
      maskError(asGraphqlError(error), request.actor.requestId, log),
    );
    if (errors) await denials.note(request.actor, errors);
    return { data: result.data, ...(errors && { errors }), ...(session && { session }) };
  };
}

/** Null where compiled execution does not know the document's shape: then graphql-js interprets it. */
function compiledOf(
  cache: WeakMap<DocumentNode, CompiledQuery | null>,
  schema: GraphQLSchema,
  request: SubgraphRequest,
): CompiledQuery | null {
  let query = cache.get(request.document);
  if (query === undefined) {
    const made = compileQuery(schema, request.document, request.operationName);
    query = isCompiledQuery(made) ? made : null;
    cache.set(request.document, query);
  }
  return query;
}

function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause });
}
