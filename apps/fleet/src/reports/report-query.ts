import { type Result, err, ok } from '@platen/kernel';
import { isId } from '@platen/platform';
import type { InvalidReport, ReportProblem } from './report.errors';

/** Whose volumes a report sums up. ALL: every machine that its reader sees. */
export const reportScopes = ['ALL', 'CUSTOMER', 'SITE', 'DEPARTMENT', 'GROUP', 'DEVICE'] as const;
export type ReportScope = (typeof reportScopes)[number];

/** Into which lines a report is broken down; MONTH: no lines, only the sums of the months. */
export const reportBreakdowns = ['MONTH', 'DEVICE', 'GROUP', 'SITE', 'DEPARTMENT'] as const;
export type ReportBreakdown = (typeof reportBreakdowns)[number];

/** Kinds of meters that every report reads; others are asked for by name. */
export const standardKinds = ['total', 'mono', 'color', 'duplex', 'a3'] as const;

export const MOST_MONTHS = 36;
export const MOST_IDS = 100;
export const MOST_LINES = 500;
export const MOST_KINDS = 10;

/** A report as somebody asks for it, unchecked. */
export interface ReportInput {
  readonly of: ReportScope;
  readonly ids?: readonly string[] | null;
  /** yyyy-mm */
  readonly from: string;
  /** yyyy-mm, the last month that belongs to it */
  readonly to: string;
  readonly by?: ReportBreakdown | null;
  readonly kinds?: readonly string[] | null;
  readonly first?: number | null;
}

/** A report that can be made. */
export interface ReportQuery {
  readonly of: ReportScope;
  /** sorted, each once; departments by name, all others by id; never empty unless `of` is ALL */
  readonly ids: readonly string[];
  /** first days of the months, yyyy-mm-01, oldest first, without holes, 1 to 36 */
  readonly months: readonly string[];
  readonly by: ReportBreakdown;
  /** kinds beyond the standard ones */
  readonly moreKinds: readonly string[];
  /** lines wanted at most */
  readonly first: number;
}

/** Checks what was asked for, before anything is read. */
export function readReportInput(input: ReportInput): Result<ReportQuery, InvalidReport> {
  const ids = [...new Set(input.ids ?? [])].sort();
  const moreKinds = [...new Set(input.kinds ?? [])].filter((kind) => !isStandard(kind));
  const months = monthsBetween(input.from, input.to);
  const first = input.first ?? 50;
  const fields = [
    ...(typeof months === 'string'
      ? [{ path: months === 'monthOrder' ? 'to' : 'from', problem: months }]
      : []),
    ...idFaults(input.of, ids),
    ...(moreKinds.length > MOST_KINDS || !moreKinds.every((kind) => KIND.test(kind))
      ? [{ path: 'kinds', problem: 'reportKinds' as const }]
      : []),
    ...(first < 1 || first > MOST_LINES ? [{ path: 'first', problem: 'reportLines' as const }] : []),
  ];
  if (typeof months === 'string' || fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
  return ok({ of: input.of, ids, months, by: input.by ?? 'MONTH', moreKinds, first });
}

/** All kinds whose volumes a report reads. */
export function kindsOf({ moreKinds }: ReportQuery): string[] {
  return [...standardKinds, ...moreKinds];
}

/** The calendar month of an instant, as its first day in UTC: months of readings are those of UTC. */
export function monthOfInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 7)}-01`;
}

/** @param month  yyyy-mm-01 @param by  months, may be negative */
export function addMonths(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const KIND = /^[a-z][a-z0-9_]{0,39}$/;

function monthsBetween(from: string, to: string): string[] | ReportProblem {
  if (!MONTH.test(from) || !MONTH.test(to)) return 'monthFormat';
  if (to < from) return 'monthOrder';
  const months = [`${from}-01`];
  for (let month = months[0]; month && month < `${to}-01`; ) {
    if (months.length === MOST_MONTHS) return 'tooManyMonths';
    month = addMonths(month, 1);
    months.push(month);
  }
  return months;
}

function idFaults(of: ReportScope, ids: readonly string[]): { path: string; problem: ReportProblem }[] {
  if (of === 'ALL') return ids.length > 0 ? [{ path: 'ids', problem: 'reportIdsOfAll' }] : [];
  if (ids.length === 0 || ids.length > MOST_IDS) return [{ path: 'ids', problem: 'reportIds' }];
  const wellFormed = of === 'DEPARTMENT' ? ids.every((id) => !id.includes('\0')) : ids.every(isId);
  return wellFormed ? [] : [{ path: 'ids', problem: 'reportIds' }];
}

function isStandard(kind: string): boolean {
  return standardKinds.some((each) => each === kind);
}
