import { type Clock, type Result, err, ok } from '@platen/kernel';
import type { Actor, Tx, UnitOfWork } from '@platen/platform';
import type { ReadSource } from '../enums';
import { type Visibility, visibilityOf } from '../visibility/visibility.policy';
import { type CoverageRow, type MonthCoverage, coverageRows, sourceRows } from './coverage.sql';
import { type ReportQuery, monthOfInstant } from './report-query';
import type { ReportScopeNotFound } from './report.errors';
import { scopeNames } from './scoped-devices.sql';
import { type UsageRow, type UsedDevice, usageRows } from './usage.sql';
import { type VolumeLine, lineOf, linesOf } from './volume-lines';
import { type VolumeRow, lineRows, seesWhole, totalRows } from './volume-rows.sql';

/** The volumes of some machines by month. */
export interface VolumeReport {
  readonly query: ReportQuery;
  /** what it is about, by name; empty for all that its reader sees */
  readonly names: readonly string[];
  /** false: only the machines that its reader sees are in it */
  readonly whole: boolean;
  readonly total: VolumeLine;
  readonly lines: readonly VolumeLine[];
  /** lines there are, more than `lines` where they were cut */
  readonly lineCount: number;
  /** the month that is not over yet, where the report holds it; yyyy-mm-01 */
  readonly runningMonth: string | null;
}

export interface Coverage {
  readonly months: readonly MonthCoverage[];
  readonly neverRead: number;
  readonly sources: readonly { readonly source: ReadSource; readonly devices: number }[];
}

export interface Usage {
  readonly judged: number;
  /** null: nobody has enough full months */
  readonly median: number | null;
  readonly underCount: number;
  readonly overCount: number;
  readonly under: readonly UsedDevice[];
  readonly over: readonly UsedDevice[];
}

/** Print volumes by month (R66-R69), always within what their reader sees (R30). */
export class VolumeReportService {
  /** @param work  the pool of reports: plans made for the very question */
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Three statements at most, whatever the number of machines and months. */
  report(actor: Actor, query: ReportQuery): Promise<Result<VolumeReport, ReportScopeNotFound>> {
    return this.work.read(actor, (tx) => this.reportIn(tx, visibilityOf(actor), query));
  }

  /** The same inside a transaction, for somebody else's eyes. */
  async reportIn(
    tx: Tx,
    visibility: Visibility,
    query: ReportQuery,
  ): Promise<Result<VolumeReport, ReportScopeNotFound>> {
    const names = await namesIn(tx, visibility, query);
    if (!names) return err({ code: 'REPORT_SCOPE_NOT_FOUND' });
    const totals = totalRows(visibility, query);
    const total = lineOf(await tx.query<VolumeRow>(totals.sql, totals.parameters), query);
    const lining = lineRows(visibility, query);
    const rows = lining ? await tx.query<VolumeRow>(lining.sql, lining.parameters) : [];
    const runningMonth = monthOfInstant(this.clock.now());
    return ok({
      query,
      names,
      whole: seesWhole(visibility, query),
      total,
      lines: linesOf(rows, query),
      lineCount: rows[0]?.lines ?? 0,
      runningMonth: query.months.includes(runningMonth) ? runningMonth : null,
    });
  }

  /** How many machines stand behind each month, and how their counters came. */
  coverage(actor: Actor, query: ReportQuery): Promise<Coverage> {
    const visibility = visibilityOf(actor);
    return this.work.read(actor, async (tx) => {
      const covering = coverageRows(visibility, query);
      const rows = await tx.query<CoverageRow>(covering.sql, covering.parameters);
      const sourcing = sourceRows(visibility, query);
      const sources = await tx.query<Coverage['sources'][number]>(sourcing.sql, sourcing.parameters);
      return {
        months: rows.map(({ month, expected, read }) => ({ month, expected, read })),
        neverRead: rows[0]?.neverRead ?? 0,
        sources,
      };
    });
  }

  /** Machines used far less, or far more, than they are made for. @param first  most of each side */
  async usage(actor: Actor, query: ReportQuery, first: number): Promise<Usage> {
    const using = usageRows(visibilityOf(actor), query, monthOfInstant(this.clock.now()), first);
    const rows = await this.work.read(actor, (tx) => tx.query<UsageRow>(using.sql, using.parameters));
    const [figures] = rows;
    return {
      judged: figures?.judged ?? 0,
      median: figures?.median ?? null,
      underCount: figures?.under ?? 0,
      overCount: figures?.over ?? 0,
      under: rows.filter(({ side }) => side === 'UNDER'),
      over: rows.filter(({ side }) => side === 'OVER'),
    };
  }
}

/**
 * Names of what a report is about.
 * @returns null when something of it is unknown or not visible: nobody can tell which
 */
export async function namesIn(
  tx: Tx,
  visibility: Visibility,
  query: Pick<ReportQuery, 'of' | 'ids'>,
): Promise<string[] | null> {
  const naming = scopeNames(visibility, query);
  const names = naming ? await tx.query<{ name: string }>(naming.sql, naming.parameters) : [];
  return names.length < query.ids.length ? null : names.map(({ name }) => name);
}
