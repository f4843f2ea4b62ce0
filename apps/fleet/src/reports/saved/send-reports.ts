import { type PayloadOf, defineJob, reportDue } from '@platen/contracts';
import type { Clock } from '@platen/kernel';
import { type HandlerContext, type Tx, isId } from '@platen/platform';
import { z } from 'zod';
import type { Visibility } from '../../visibility/visibility.policy';
import { type ReportBreakdown, type ReportQuery, type ReportScope, addMonths } from '../report-query';
import type { VolumeReportService } from '../volume-report.service';

/** Looks which saved reports have their day, in the time zone of each branch. */
export const lookForDueReports = defineJob({ name: 'fleet.look-for-due-reports', payload: z.object({}) });

/** Reckons one month of one saved report for its readers. */
export const tellReport = defineJob({
  name: 'fleet.tell-report',
  payload: z.object({ reportId: z.uuid(), month: z.iso.date() }),
});

/**
 * Takes the reports that are due, each once a month: two that look at the same time take it one after the other, and
 * the second finds it taken.
 */
export async function takeDueReports(clock: Clock, { tx }: Pick<HandlerContext, 'tx'>): Promise<void> {
  const due = await tx.query<{ reportId: string; month: string }>(TAKE, [clock.now()]);
  for (const each of due) tx.enqueue(tellReport, each);
}

/** Reckons the month for each reader and tells identity, which knows who may still read it. */
export async function tellReaders(
  { reportId, month }: PayloadOf<typeof tellReport>,
  reports: VolumeReportService,
  { tx }: Pick<HandlerContext, 'tx'>,
): Promise<void> {
  const [saved] = await tx.query<Saved>(SAVED, [reportId]);
  // Deleted, or sent to nobody any more.
  if (!saved || saved.readerIds.length === 0) return;
  const { customerId, branchId, ownerId, name } = saved;
  const query: ReportQuery = {
    of: saved.of,
    ids: saved.ids,
    by: 'MONTH',
    months: [addMonths(month, -1), month],
    moreKinds: [],
    first: 1,
  };
  const all = await figuresFor(tx, reports, { see: 'customer', customerId }, query);
  const readers = [];
  for (const userId of saved.readerIds.filter(isId)) {
    const given = await figuresFor(tx, reports, { see: 'assigned', customerId, userId }, query);
    readers.push({ userId, all, given });
  }
  const path = pathOf(saved, month);
  tx.emit(reportDue, {
    reportId,
    customerId,
    branchId,
    ownerId,
    name,
    month: month.slice(0, 7),
    path,
    readers,
  });
}

async function figuresFor(tx: Tx, reports: VolumeReportService, visibility: Visibility, query: ReportQuery) {
  const report = await reports.reportIn(tx, visibility, query);
  if (!report.ok) return null;
  const { total, mono, color } = report.value.total;
  return {
    pages: total[1] ?? null,
    previous: total[0] ?? null,
    mono: mono[1] ?? null,
    color: color[1] ?? null,
  };
}

interface Saved {
  readonly customerId: string;
  readonly branchId: string;
  readonly ownerId: string;
  readonly name: string;
  readonly of: ReportScope;
  readonly ids: readonly string[];
  readonly by: ReportBreakdown;
  readonly months: number;
  readonly readerIds: readonly string[];
}

/** The report in the portal, with the months as they were: the same figures whenever it is opened. */
function pathOf({ of, ids, by, months }: Saved, month: string): string {
  const search = new URLSearchParams({
    of,
    by,
    from: addMonths(month, 1 - months).slice(0, 7),
    to: month.slice(0, 7),
  });
  if (ids.length > 0) search.set('id', ids.map(encodeURIComponent).join(','));
  return `/reports?${search.toString()}`;
}

const TAKE = `
  update report_schedule s set last_month = due.month
  from (select d.id,
          (date_trunc('month', here.today) - interval '1 month')::date as month,
          extract(day from here.today) as day
        from report_definition d join known_branch b on b.id = d.branch_id
          cross join lateral (select $1::timestamptz at time zone coalesce(b.settings->>'timeZone', 'UTC') as today) here
       ) due
  where s.definition_id = due.id and due.day >= s.day and due.month >= s.first_month
    and (s.last_month is null or s.last_month < due.month)
  returning s.definition_id as "reportId", s.last_month::text as month`;

const SAVED = `
  select r.customer_id as "customerId", r.branch_id as "branchId", r.owner_id as "ownerId", r.name, r.scope as of, r.ids,
    r.breakdown as by, r.months,
    array(select e.user_id::text from report_reader e where e.definition_id = r.id order by e.user_id) as "readerIds"
  from report_definition r where r.id = $1`;
