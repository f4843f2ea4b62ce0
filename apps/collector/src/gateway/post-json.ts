import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** A request that takes longer has lost its connection. */
const TIMEOUT_MS = 30_000;
/** No answer is as long as this. */
const ANSWER_MAX_BYTES = 1_000_000;

/** Where uploads go, and with which key. */
export interface Gateway {
  /** base address, or the GraphQL endpoint itself */
  url: string;
  /** null: nobody yet, for the exchange of a code */
  key: string | null;
}

/** What came back. */
export interface Answer {
  status: number;
  text: string;
  retryAfter: string | undefined;
}

/** Posts JSON to the gateway. node:http, because fetch costs 10 MB. @throws when it cannot be reached */
export function postJson({ url, key }: Gateway, body: object, signal: AbortSignal): Promise<Answer> {
  const endpoint = endpointOf(url);
  const text = JSON.stringify(body);
  const send = endpoint.protocol === 'https:' ? httpsRequest : httpRequest;
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    accept: 'application/graphql-response+json, application/json;q=0.9',
    ...(key !== null && { authorization: `Bearer ${key}` }),
  };
  return new Promise((resolve, reject) => {
    const timed = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const request = send(endpoint, { method: 'POST', headers, signal: timed }, (response) => {
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        answer += part;
        if (answer.length > ANSWER_MAX_BYTES)
          request.destroy(new Error('the answer of the gateway has no end'));
      });
      response.once('error', reject);
      response.once('end', () => {
        const retryAfter = response.headers['retry-after'];
        resolve({ status: response.statusCode ?? 0, text: answer, retryAfter });
      });
    });
    request.once('error', reject);
    request.end(text);
  });
}

function endpointOf(url: string): URL {
  const endpoint = new URL(url);
  if (!endpoint.pathname.endsWith('/graphql'))
    endpoint.pathname = `${endpoint.pathname.replace(/\/$/, '')}/graphql`;
  return endpoint;
}
