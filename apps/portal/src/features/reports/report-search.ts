import type { ReportBreakdown, ReportScope, VolumeReportInput } from '@platen/graphql-client';
import { paths } from '../../shared/paths';
import { shiftMonth, thisMonth } from '../../shared/volumes/months';

export const scopes = ['ALL', 'CUSTOMER', 'SITE', 'DEPARTMENT', 'GROUP', 'DEVICE'] as const;
export const breakdowns = ['DEVICE', 'GROUP', 'SITE', 'DEPARTMENT', 'MONTH'] as const;
export const spans = ['3', '6', '12', '24', '36'] as const;

/** A report as the URL holds it. */
export interface ReportSearch {
  readonly of?: ReportScope;
  /** what it is about, by `toIds` */
  readonly id?: string;
  readonly by?: ReportBreakdown;
  /** how many months, the running one included; in place of `from` and `to` */
  readonly months?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Ids, and names of departments, as one word of a URL. */
export const toIds = (ids: readonly string[]): string | undefined =>
  ids.length === 0 ? undefined : ids.map(encodeURIComponent).join(',');

/** The other way round. */
export const idsOf = (id: string | undefined): string[] => (id ? id.split(',').map(decodeURIComponent) : []);

const MONTH = /^\d{4}-\d{2}$/;

/** Reads the URL; what it does not know it leaves out. */
export function parseReportSearch(raw: Readonly<Record<string, unknown>>): ReportSearch {
  const id = typeof raw.id === 'string' && raw.id !== '' ? raw.id : undefined;
  const month = (value: unknown) => (typeof value === 'string' && MONTH.test(value) ? value : undefined);
  return {
    of: id === undefined ? undefined : scopes.find((scope) => scope === raw.of),
    id,
    by: breakdowns.find((breakdown) => breakdown === raw.by),
    months: spans.find((span) => span === raw.months),
    from: month(raw.from),
    to: month(raw.to),
  };
}

/** The address of a report, without what goes without saying. */
export function reportAddress(search: ReportSearch): string {
  return paths.reports({ ...search });
}

/** The URL's words as the service takes them. */
export function reportInput({
  of = 'ALL',
  id,
  by = 'DEVICE',
  months = '12',
  from,
  to,
}: ReportSearch): VolumeReportInput {
  const last = to ?? thisMonth();
  return {
    of,
    ids: of === 'ALL' ? [] : idsOf(id),
    by,
    from: from ?? shiftMonth(last, 1 - Number(months)),
    to: last,
    kinds: [],
    first: 50,
  };
}
