import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { PollUpload } from '@platen/contracts';
import { reasonOf } from '../log';
import { type Outcome, outcomeOf } from './answer';
import { toVariables } from './columns';

const DOCUMENT = `mutation RecordPolls($input: RecordPollsInput!) {
  recordPolls(input: $input) {
    __typename
    ... on RecordPollsSuccess { acceptedReads duplicateReads unknownDevices }
    ... on UserError { code message }
  }
}`;

/** An upload that takes longer has lost its connection. */
const TIMEOUT_MS = 30_000;
/** No answer to a mutation is as long as this. */
const ANSWER_MAX_BYTES = 1_000_000;

/** Where uploads go, and with which key. */
export interface Gateway {
  /** base address, or the GraphQL endpoint itself */
  url: string;
  key: string;
}

/** Sends one upload. Never throws: a gateway that cannot be reached means later. node:http, because fetch costs 10 MB. */
export async function postUpload(
  gateway: Gateway,
  upload: PollUpload,
  signal: AbortSignal,
): Promise<Outcome> {
  const body = JSON.stringify({
    operationName: 'RecordPolls',
    query: DOCUMENT,
    variables: toVariables(upload),
  });
  try {
    const answer = await post(endpointOf(gateway.url), gateway.key, body, signal);
    return outcomeOf(answer.status, answer.text, answer.retryAfter);
  } catch (error) {
    return { kind: 'later', reason: reasonOf(error) };
  }
}

function endpointOf(url: string): URL {
  const endpoint = new URL(url);
  if (!endpoint.pathname.endsWith('/graphql'))
    endpoint.pathname = `${endpoint.pathname.replace(/\/$/, '')}/graphql`;
  return endpoint;
}

interface Answer {
  status: number;
  text: string;
  retryAfter: string | undefined;
}

function post(url: URL, key: string, body: string, signal: AbortSignal): Promise<Answer> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    accept: 'application/graphql-response+json, application/json;q=0.9',
    authorization: `Bearer ${key}`,
  };
  return new Promise((resolve, reject) => {
    const timed = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const request = send(url, { method: 'POST', headers, signal: timed }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
        if (text.length > ANSWER_MAX_BYTES)
          request.destroy(new Error('the answer of the gateway has no end'));
      });
      response.once('error', reject);
      response.once('end', () => {
        resolve({ status: response.statusCode ?? 0, text, retryAfter: response.headers['retry-after'] });
      });
    });
    request.once('error', reject);
    request.end(body);
  });
}
