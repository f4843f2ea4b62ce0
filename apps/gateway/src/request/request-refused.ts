import type { GraphQLFormattedError } from 'graphql';

/** Why a request was not carried out. Codes are for programs and never change their meaning. */
export type RefusalCode =
  | 'METHOD_NOT_ALLOWED'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'BAD_REQUEST'
  | 'BODY_TOO_LARGE'
  | 'ORIGIN_NOT_ALLOWED'
  | 'UNAUTHENTICATED'
  | 'TOO_MANY_REQUESTS'
  | 'DOCUMENT_NOT_FOUND'
  | 'DOCUMENT_NOT_TRUSTED'
  | 'DOCUMENT_TOO_LONG'
  | 'DOCUMENT_TOO_DEEP'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_ROOT_FIELDS'
  | 'TOO_MANY_ATTEMPTS'
  | 'LIST_TOO_LONG'
  | 'COST_TOO_HIGH'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_NOT_FOUND'
  | 'REQUEST_TIMEOUT'
  | 'SERVICE_UNAVAILABLE';

/** A request that ends before its operation runs: HTTP status, coded errors, extra headers. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(
    readonly status: number,
    readonly code: RefusalCode,
    message: string,
    readonly details: {
      /** several errors of one kind, for example of validation; else the message stands alone */
      readonly errors?: readonly GraphQLFormattedError[];
      readonly headers?: Readonly<Record<string, string>>;
      readonly extensions?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(message);
  }
}
