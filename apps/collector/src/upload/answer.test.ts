import { outcomeOf } from './answer';

const recordPolls = (result: object) => JSON.stringify({ data: { recordPolls: result } });
const failed = (code?: string) =>
  JSON.stringify({ errors: [{ message: 'no', ...(code && { extensions: { code } }) }] });

test.each([
  ['success', 200, recordPolls({ __typename: 'RecordPollsSuccess', acceptedReads: 3 }), 'accepted'],
  [
    'a user error',
    200,
    recordPolls({ __typename: 'InvalidInputError', code: 'INVALID', message: 'no' }),
    'rejected',
  ],
  ['a document that does not fit', 200, failed('GRAPHQL_VALIDATION_FAILED'), 'rejected'],
  ['a masked error of the server', 200, failed(), 'later'],
  ['400', 400, failed(), 'rejected'],
  ['400 for a missing key', 400, failed('UNAUTHENTICATED'), 'later'],
  ['401', 401, '', 'later'],
  ['403', 403, '', 'rejected'],
  ['408', 408, '', 'later'],
  ['413', 413, '', 'rejected'],
  ['429', 429, '', 'later'],
  ['500', 500, 'oops', 'later'],
  ['503', 503, '', 'later'],
  ['a page of a proxy', 200, '<html>', 'later'],
])('%s: the batch is %s %s', (_, status, text, kind) => {
  expect(outcomeOf(status, text).kind).toBe(kind);
});

test('waits as long as the gateway asks', () => {
  expect(outcomeOf(429, '', '7')).toEqual({ kind: 'later', reason: 'HTTP 429', afterSeconds: 7 });
});
