import type { CreatePartnerKeyInput, PartnerKeyKind } from '@platen/graphql-client';

/** What was typed. */
export interface KeyDraft {
  readonly kind: PartnerKeyKind;
  readonly name: string;
  readonly scopes: readonly string[];
  /** empty: the branch, or the own organisation */
  readonly customerId: string;
  /** yyyy-mm-dd, or empty */
  readonly lastDay: string;
  readonly requestsPerMinute: string;
  readonly costPerMinute: string;
}

/** A field and the word that is wrong with it; the service says the rest. */
export type DraftProblem = readonly [
  path: 'name' | 'scopes' | 'requestsPerMinute' | 'costPerMinute',
  problem: 'nameMissing' | 'scopesMissing' | 'numberWrong',
];

const YEAR_MS = 365 * 86_400_000;

/** A draft for a key of one year: an end that nobody has to think of is better than none. */
export function newDraft(now: number): KeyDraft {
  return {
    kind: 'PARTNER',
    name: '',
    scopes: [],
    customerId: '',
    lastDay: new Date(now + YEAR_MS).toISOString().slice(0, 10),
    requestsPerMinute: '',
    costPerMinute: '',
  };
}

const WHOLE = /^\d{0,9}$/;

/** What can be said before the service is asked. */
export function problemsOf(draft: KeyDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (draft.name.trim() === '') problems.push(['name', 'nameMissing']);
  if (draft.kind === 'PARTNER' && draft.scopes.length === 0) problems.push(['scopes', 'scopesMissing']);
  for (const limit of ['requestsPerMinute', 'costPerMinute'] as const)
    if (!WHOLE.test(draft[limit].trim())) problems.push([limit, 'numberWrong']);
  return problems;
}

/** The draft as the mutation takes it. @param idempotencyKey  one for each draft, so that sending twice makes one key */
export function inputOf(draft: KeyDraft, idempotencyKey: string): CreatePartnerKeyInput {
  const whole = (text: string) => (text.trim() === '' ? null : Number(text));
  return {
    kind: draft.kind,
    name: draft.name,
    scopes: draft.kind === 'PARTNER' ? [...draft.scopes] : [],
    customerId: draft.customerId === '' ? null : draft.customerId,
    expiresAt: draft.lastDay === '' ? null : `${draft.lastDay}T23:59:59Z`,
    requestsPerMinute: whole(draft.requestsPerMinute),
    costPerMinute: whole(draft.costPerMinute),
    idempotencyKey,
  };
}
