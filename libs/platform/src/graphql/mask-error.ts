import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import type { Logger } from 'pino';

/** Codes that a caller may see; anything else is a bug and leaves as INTERNAL_SERVER_ERROR. */
const expected = new Set([
  'UNAUTHENTICATED',
  'UNAUTHORIZED',
  'VIEW_ONLY',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'SERVICE_UNAVAILABLE',
]);

/**
 * What leaves a subgraph for an error: expected ones as they are, without stack; others masked and logged once
 * with the request id.
 */
export function maskError(error: GraphQLError, requestId: string, log: Logger): GraphQLError {
  // Compiled execution leaves `extensions` out when the original error had none, whatever the type says.
  const code = (error.extensions as GraphQLErrorExtensions | undefined)?.code;
  const location = { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path };
  if (typeof code === 'string' && expected.has(code)) {
    return new GraphQLError(error.message, { ...location, extensions: { code, requestId } });
  }
  const fromGraphql = error.originalError === undefined || error.originalError instanceof GraphQLError;
  if (fromGraphql && error.path === undefined) {
    // Raised by GraphQL before anything ran: a variable or argument that does not fit the schema.
    return new GraphQLError(error.message, {
      ...location,
      extensions: { code: 'BAD_USER_INPUT', requestId },
    });
  }
  if (isDataException(error.originalError)) {
    log.warn({ err: error.originalError, requestId, path: error.path }, 'a value did not fit its type');
    return new GraphQLError('A value does not fit its type.', {
      ...location,
      extensions: { code: 'BAD_USER_INPUT', requestId },
    });
  }
  log.error({ err: error.originalError ?? error, requestId, path: error.path }, 'a resolver failed');
  return new GraphQLError('Something went wrong on our side.', {
    ...location,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  });
}

/**
 * What PostgreSQL says to values that a GraphQL type lets through: no uuid or instant (a cursor made up by hand),
 * out of range, NUL in a text (SQLSTATE class 22).
 */
const dataExceptions = new Set(['22P02', '22007', '22008', '22003', '22021']);

function isDataException(error: unknown): boolean {
  return error instanceof Error && 'code' in error && dataExceptions.has(String(error.code));
}
