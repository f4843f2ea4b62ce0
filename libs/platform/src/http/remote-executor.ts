import { type DocumentNode, GraphQLError, Kind, print } from 'graphql';
import { z } from 'zod';
import type { SessionChange } from '../graphql/context';
import type { SubgraphExecutor, SubgraphRequest, SubgraphResult } from '../graphql/local-executor';
import { CLIENT_ADDRESS_HEADER } from './bearer-actor';
import { type ServiceClient, ServiceUnavailable } from './service-client';

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
  extensions: z
    .object({
      session: z
        .union([z.object({ token: z.null() }), z.object({ token: z.string(), expiresAt: z.string() })])
        .optional(),
    })
    .optional(),
});

interface Prepared {
  /** the constant beginning of the body */
  readonly head: string;
  readonly repeatable: boolean;
}

/** Reaches a subgraph over HTTP. A service that cannot be asked gives an error coded SERVICE_UNAVAILABLE, no throw. */
export function remoteExecutor(client: ServiceClient): SubgraphExecutor {
  const prepared = new WeakMap<DocumentNode, Prepared>();
  return async (request) => {
    const { head, repeatable } = prepare(prepared, request.document);
    const { actor, clientAddress, signal, operationName } = request;
    const tail = operationName ? `,"operationName":${JSON.stringify(operationName)}}` : '}';
    try {
      const answer = await client.post({
        path: '/graphql',
        actor,
        body: `${head}${JSON.stringify(request.variables)}${tail}`,
        repeatable,
        ...(clientAddress !== null && { headers: { [CLIENT_ADDRESS_HEADER]: clientAddress } }),
        ...(signal && { signal }),
      });
      return toResult(answerSchema.parse(answer));
    } catch (error) {
      if (error instanceof ServiceUnavailable || error instanceof z.ZodError) return unavailable(request);
      throw error;
    }
  };
}

/** What a caller gets for the part of its answer that a dead service owed. */
export function unavailable({ actor }: Pick<SubgraphRequest, 'actor'>): SubgraphResult {
  const extensions = { code: 'SERVICE_UNAVAILABLE', requestId: actor.requestId };
  return {
    errors: [new GraphQLError('This part cannot be reached right now. Try again later.', { extensions })],
  };
}

function prepare(known: WeakMap<DocumentNode, Prepared>, document: DocumentNode): Prepared {
  let prepared = known.get(document);
  if (!prepared) {
    const query = JSON.stringify(document.loc?.source.body ?? print(document));
    const repeatable = document.definitions.every(
      (definition) => definition.kind !== Kind.OPERATION_DEFINITION || definition.operation === 'query',
    );
    prepared = { head: `{"query":${query},"variables":`, repeatable };
    known.set(document, prepared);
  }
  return prepared;
}

function toResult(answer: z.infer<typeof answerSchema>): SubgraphResult {
  const session: SessionChange | undefined = answer.extensions?.session;
  const errors = answer.errors?.map(
    ({ message, path, extensions }) =>
      new GraphQLError(message, {
        path,
        extensions: { code: extensions?.code, requestId: extensions?.requestId },
      }),
  );
  return {
    ...(answer.data !== undefined && { data: answer.data }),
    ...(errors && { errors }),
    ...(session && { session }),
  };
}
