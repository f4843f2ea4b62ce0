import { type Right, rights } from '@platen/contracts';
import type { FieldProblem } from '../users/invalid-input';

/** What a key is asked to be. */
export interface NewKey {
  readonly kind: 'partner' | 'collector';
  readonly name: string;
  /** names of rights; none for a collector, whose one right is given */
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
  readonly requestsPerMinute: number | null;
  readonly costPerMinute: number | null;
  /** whose key it is; null: the actor's own side */
  readonly customerId: string | null;
  readonly idempotencyKey: string;
}

export const MAX_NAME = 80;
export const MAX_REQUESTS = 60_000;
export const MAX_COST = 10_000_000;
const MAX_IDEMPOTENCY_KEY = 255;

const CONTROL_OR_BIDI = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What is wrong with a wish for a key before anything is looked up. Whether the rights may be given is asked later. */
export function problemsOf(wish: NewKey, now: Date): FieldProblem[] {
  return [
    ...nameProblems(wish.name),
    ...scopeProblems(wish),
    ...(wish.expiresAt !== null && wish.expiresAt <= now
      ? [{ path: 'expiresAt', code: 'KEY_EXPIRY_PAST' } as const]
      : []),
    ...limitProblems('requestsPerMinute', wish.requestsPerMinute, MAX_REQUESTS),
    ...limitProblems('costPerMinute', wish.costPerMinute, MAX_COST),
    ...(wish.idempotencyKey.length < 1 || wish.idempotencyKey.length > MAX_IDEMPOTENCY_KEY
      ? [
          {
            path: 'idempotencyKey',
            code: 'KEY_IDEMPOTENCY_LENGTH',
            values: { max: MAX_IDEMPOTENCY_KEY },
          } as const,
        ]
      : []),
  ];
}

function nameProblems(name: string): FieldProblem[] {
  const path = 'name';
  if (name.trim() === '') return [{ path, code: 'KEY_NAME_MISSING' }];
  if (name.trim().length > MAX_NAME) return [{ path, code: 'KEY_NAME_TOO_LONG', values: { max: MAX_NAME } }];
  return CONTROL_OR_BIDI.test(name) ? [{ path, code: 'KEY_NAME_CONTROLS' }] : [];
}

function scopeProblems({ kind, scopes }: NewKey): FieldProblem[] {
  if (kind === 'collector')
    return scopes.length === 0 ? [] : [{ path: 'scopes', code: 'KEY_COLLECTOR_SCOPES' }];
  return scopes.length === 0 ? [{ path: 'scopes', code: 'KEY_SCOPES_MISSING' }] : [];
}

function limitProblems(path: string, limit: number | null, max: number): FieldProblem[] {
  if (limit === null || (limit >= 1 && limit <= max)) return [];
  return [{ path, code: 'KEY_LIMIT_RANGE', values: { max } }];
}

/** The rights of these names that may be given; null when one is not among them. */
export function scopesAmong(allowed: readonly Right[], scopes: readonly string[]): Right[] | null {
  const asked = new Set(scopes);
  const given = rights.filter((right) => asked.has(right) && allowed.includes(right));
  return given.length === asked.size ? given : null;
}
