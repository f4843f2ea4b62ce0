import type { MeterCaseFilter, MeterCaseKind } from '@platen/graphql-client';

/** What of the queue is shown, as the URL holds it. */
export interface CaseSearch {
  readonly customer?: string;
  readonly kind?: MeterCaseKind;
  /** open for at least so many days */
  readonly days?: '7' | '30';
  /** the case that is opened */
  readonly case?: string;
}

export const caseKinds: readonly MeterCaseKind[] = ['FELL', 'JUMPED', 'FLAGGED', 'REFUSED'];
export const caseAges = ['7', '30'] as const;

/** Reads the URL; what it does not know it leaves out. */
export function parseCaseSearch(raw: Readonly<Record<string, unknown>>): CaseSearch {
  const text = (value: unknown) =>
    typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;
  return {
    customer: text(raw.customer),
    kind: caseKinds.find((kind) => kind === raw.kind),
    days: caseAges.find((days) => days === String(raw.days)),
    case: text(raw.case),
  };
}

/** The URL's words as a filter of the `MeterCases` document. */
export function caseFilterOf({ customer, kind, days }: CaseSearch): MeterCaseFilter {
  return { customerId: customer ?? null, kind: kind ?? null, openDays: days ? Number(days) : null };
}
