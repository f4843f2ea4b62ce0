import { randomUUID } from 'node:crypto';
import type { Bench, Operation } from './bench';

/** Contenders do not do the same work: whatever was measured would compare nothing. */
export class DifferentAnswersError extends Error {
  override readonly name = 'DifferentAnswersError';
}

/**
 * Asks once and compares the data with what the round's first contender answered; the order of keys does not count.
 * @param answers  first answers of the round by operation; filled here
 * @throws DifferentAnswersError
 */
export async function assertSameAnswers(
  url: string,
  bench: Pick<Bench, 'path' | 'headers'>,
  operation: Operation,
  answers: Map<string, string>,
): Promise<void> {
  const response = await fetch(new URL(bench.path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...bench.headers[0] },
    body: operation.body.replaceAll('$unique', randomUUID()),
  });
  const text = await response.text();
  const { data, errors } = parse(text);
  if (!response.ok || errors !== undefined || data === undefined)
    throw new DifferentAnswersError(`${operation.name}: ${response.status} ${text.slice(0, 1000)}`);
  const expected = answers.get(operation.name);
  const given = canonical(data);
  if (expected === undefined) answers.set(operation.name, given);
  else if (expected !== given) throw new DifferentAnswersError(firstDifference(operation, expected, given));
}

function parse(text: string): { data?: unknown; errors?: unknown } {
  try {
    return JSON.parse(text) as { data?: unknown; errors?: unknown };
  } catch {
    return {};
  }
}

/** JSON with sorted keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

function firstDifference(operation: Operation, expected: string, given: string): string {
  let at = 0;
  while (expected[at] === given[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 120);
  return `${operation.name}: answers differ:\n  ${around(expected)}\n  ${around(given)}`;
}
