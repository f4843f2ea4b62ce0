import type { AuditFilterInput } from '@platen/graphql-client';
import { actionsNamed } from './audit-actions';

/** State of the log as the URL holds it: operators in one line, for example `action:key from:2026-11-01`. */
export interface AuditSearch {
  readonly q?: string;
}

const operators = ['action', 'actor', 'target', 'kind', 'customer', 'from', 'to'] as const;

/** A word before a colon that narrows the log. */
export type Operator = (typeof operators)[number];

export type Operands = Readonly<Partial<Record<Operator, string>>>;

const LONGEST = 500;

/** Reads the URL. */
export function parseAuditSearch(raw: Readonly<Record<string, unknown>>): AuditSearch {
  return { q: typeof raw.q === 'string' && raw.q !== '' ? raw.q.slice(0, LONGEST) : undefined };
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Takes a line of operators apart. A word alone is an address, an id of what was acted on, or a name of an act; the
 * later of two equal operators counts.
 * @returns the operands, and the words that mean nothing here
 */
export function readOperators(q: string): {
  readonly operands: Operands;
  readonly strange: readonly string[];
} {
  const operands: Partial<Record<Operator, string>> = {};
  const strange: string[] = [];
  for (const word of q.split(/\s+/).filter(Boolean)) {
    const [operator, operand] = operatorOf(word);
    if (operator && fits(operator, operand)) operands[operator] = operand;
    else strange.push(word);
  }
  return { operands, strange };
}

function operatorOf(word: string): [Operator | undefined, string] {
  const at = word.indexOf(':');
  if (at > 0) return [operators.find((name) => name === word.slice(0, at).toLowerCase()), word.slice(at + 1)];
  if (word.includes('@')) return ['actor', word];
  return [ID.test(word) ? 'target' : 'action', word];
}

function fits(operator: Operator, operand: string): boolean {
  if (operand === '') return false;
  if (operator === 'from' || operator === 'to')
    return DAY.test(operand) && !Number.isNaN(Date.parse(operand));
  return operator === 'customer' ? ID.test(operand) : true;
}

/** The line with one operator set, or taken out; words that mean nothing are left out too. */
export function withOperator(q: string, operator: Operator, operand: string): string {
  const { operands } = readOperators(q);
  const next = { ...operands, [operator]: operand };
  return operators
    .filter((name) => next[name])
    .map((name) => `${name}:${next[name]}`)
    .join(' ');
}

const DAY_MS = 86_400_000;

/** The operators as the filter of the `AuditEntries` document; days are those of UTC, `to` is included. */
export function auditFilter({ action, actor, target, kind, customer, from, to }: Operands): AuditFilterInput {
  return {
    actions: action ? [...actionsNamed(action)] : null,
    actor: actor ?? null,
    target: target ?? null,
    targetKind: kind ?? null,
    customerId: customer ?? null,
    from: from ? `${from}T00:00:00Z` : null,
    before: to ? new Date(Date.parse(to) + DAY_MS).toISOString() : null,
  };
}
