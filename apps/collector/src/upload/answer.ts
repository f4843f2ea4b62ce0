/** What the gateway's answer means for a batch. */
export type Outcome =
  | { kind: 'accepted'; facts: Readonly<Record<string, number>> }
  /** will never be taken: dead letter */
  | { kind: 'rejected'; reason: string }
  /** may be taken later, at the earliest after so many seconds */
  | { kind: 'later'; reason: string; afterSeconds?: number };

/** Client errors that pass: no or an expired key, request timeout, too many requests. */
const PASSING_STATUS: ReadonlySet<number> = new Set([401, 408, 429]);
/** GraphQL servers may say 400 for what is a matter of the key. */
const UNAUTHENTICATED = 'UNAUTHENTICATED';
/** GraphQL errors that say the document or its variables are wrong, whatever the status. */
const REJECTING_CODES: ReadonlySet<unknown> = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** Reads an HTTP answer. Everything that is not clearly a yes or a no means later: a batch is never lost by doubt. */
export function outcomeOf(status: number, text: string, retryAfter?: string): Outcome {
  const body = asRecord(parseJson(text));
  const result = asRecord(asRecord(body?.data)?.recordPolls);
  const error = asRecord(Array.isArray(body?.errors) ? body.errors[0] : undefined);
  const code = asRecord(error?.extensions)?.code;
  if (result?.__typename === 'RecordPollsSuccess') return { kind: 'accepted', facts: countsOf(result) };
  if (result !== undefined)
    return {
      kind: 'rejected',
      reason: `${textOf(result.code ?? result.__typename)}: ${textOf(result.message)}`,
    };
  const reason = error === undefined ? `HTTP ${status}` : `HTTP ${status}: ${textOf(error.message)}`;
  const isRejected = status >= 400 && status < 500 && !PASSING_STATUS.has(status) && code !== UNAUTHENTICATED;
  if (isRejected || REJECTING_CODES.has(code)) return { kind: 'rejected', reason };
  const afterSeconds = Number(retryAfter);
  return Number.isFinite(afterSeconds) && afterSeconds > 0
    ? { kind: 'later', reason, afterSeconds }
    : { kind: 'later', reason };
}

function countsOf(result: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(result).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
