import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import { MAX_ERRORS } from '../documents/documents';
import { apiHeaders } from '../site/security-headers';
import { RequestRefused } from './request-refused';

const GRAPHQL = 'application/graphql-response+json';

/** An answer as it is written. */
export interface Answer {
  readonly status: number;
  readonly body: {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly GraphQLFormattedError[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes an answer as GraphQL over HTTP wants it: its own media type when the caller accepts that. */
export function writeAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  headers: Readonly<Record<string, string>>,
): void {
  if (response.headersSent || response.destroyed) return;
  const type = request.headers.accept?.includes(GRAPHQL) ? GRAPHQL : 'application/json';
  const body = JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    ...apiHeaders,
    ...headers,
    ...answer.headers,
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

/** The answer to a request that was not carried out: coded errors, the request's id, nothing of the inside. */
export function refusalAnswer(refused: RequestRefused, requestId: string): Answer {
  const { status, code, message, details } = refused;
  const errors = (details.errors ?? [{ message }]).slice(0, MAX_ERRORS);
  return {
    status,
    headers: details.headers ?? {},
    body: {
      errors: errors.map((error) => ({ ...error, extensions: { code, requestId } })),
      ...(details.extensions && { extensions: details.extensions }),
    },
  };
}

/** The answer to a fault of ours: no word about it leaves the process. */
export function faultAnswer(requestId: string): Answer {
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId };
  return { status: 500, body: { errors: [{ message: 'Something went wrong on our side.', extensions }] } };
}
