import type { PollUpload } from '@platen/contracts';
import { type Gateway, postJson } from '../gateway/post-json';
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

/** Sends one upload. Never throws: a gateway that cannot be reached means later. */
export async function postUpload(
  gateway: Gateway,
  upload: PollUpload,
  signal: AbortSignal,
): Promise<Outcome> {
  const body = { operationName: 'RecordPolls', query: DOCUMENT, variables: toVariables(upload) };
  try {
    const answer = await postJson(gateway, body, signal);
    return outcomeOf(answer.status, answer.text, answer.retryAfter);
  } catch (error) {
    return { kind: 'later', reason: reasonOf(error) };
  }
}
