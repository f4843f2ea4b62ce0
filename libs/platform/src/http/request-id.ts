import { randomUUID } from 'node:crypto';

const ACCEPTABLE = /^[\w-]{8,64}$/;

/** The request's id: the caller's own when it is a plain token, so that its logs and ours meet; else a new one. */
export function requestIdOf(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' && ACCEPTABLE.test(header) ? header : randomUUID();
}
