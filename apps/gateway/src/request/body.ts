import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { RequestRefused } from './request-refused';

/** Largest request body (threats C11). */
export const BODY_LIMIT_BYTES = 256 * 1024;
/**
 * Largest body of a collector. An upload may hold 1,000 meter reads of up to 250 devices in columns, with supplies,
 * alerts and identities: about 600 bytes a device and 60 a read are 210 KiB, supplies and alerts about as much again.
 */
export const TELEMETRY_BODY_LIMIT_BYTES = 1024 * 1024;

/** Deepest nesting of a value in the variables. */
const VALUE_DEPTH = 20;

const requestSchema = z.object({
  query: z.string().nullish(),
  documentId: z.string().max(200).nullish(),
  operationName: z.string().max(200).nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/** One GraphQL request as it came: either a document id of the manifest or a text. */
export interface GraphqlRequest {
  readonly document: { readonly id: string } | { readonly text: string };
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** @throws RequestRefused 413 when the body is, or says it is, longer than the limit */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const tooLarge = () => {
    const message = `The body may have ${limit / 1024} KiB.`;
    return new RequestRefused(413, 'BODY_TOO_LARGE', message, { headers: { connection: 'close' } });
  };
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** @throws RequestRefused 400 for anything but one GraphQL request in JSON; arrays (batches) included */
export function parseBody(body: string): GraphqlRequest {
  const json = parseJson(body);
  if (Array.isArray(json)) throw bad('Send one operation per request.');
  const parsed = requestSchema.safeParse(json);
  if (!parsed.success) throw bad('Send a JSON object with documentId or query, variables and operationName.');
  const { query, documentId, operationName, variables } = parsed.data;
  if (typeof query === 'string' && typeof documentId === 'string')
    throw bad('Send documentId or query, not both.');
  const document = typeof documentId === 'string' ? { id: documentId } : { text: query ?? '' };
  if ('text' in document && document.text === '') throw bad('Send documentId or query.');
  return { document, operationName: operationName ?? null, variables: variables ?? {} };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw bad('The body is not JSON.');
  }
}

function bad(message: string): RequestRefused {
  return new RequestRefused(400, 'BAD_REQUEST', message);
}

/** @throws RequestRefused 400 when a list anywhere in the variables has more items than the limit */
export function checkListLengths(value: unknown, limit: number, depth = 0): void {
  if (value === null || typeof value !== 'object') return;
  if (depth > VALUE_DEPTH) throw bad('The variables are nested too deeply.');
  if (Array.isArray(value) && value.length > limit)
    throw new RequestRefused(400, 'LIST_TOO_LONG', `A list may have ${limit} items.`);
  for (const item of Array.isArray(value) ? value : Object.values(value)) {
    if (item !== null && typeof item === 'object') checkListLengths(item, limit, depth + 1);
  }
}
