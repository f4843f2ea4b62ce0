import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { footprintOf } from './footprint';
import { toReportError } from './report-errors.mapping';
import { readReportInput } from './report-query';
import { type VolumeReport as Reckoned, VolumeReportService } from './volume-report.service';
import {
  VolumeCoverage,
  VolumeFootprint,
  VolumeReportInput,
  VolumeReportResult,
  VolumeReport,
  VolumeUsage,
} from './volume-report.type';
import { usageRule } from './usage.sql';

/** A report with the query it answers, for the parts that are read only when asked for. */
type Answered = VolumeReport & Pick<Reckoned, 'query'>;

const MOST_USED = 50;

/** Print volumes by month (R66-R70). */
@Resolver(() => VolumeReport)
export class VolumeReportResolver {
  constructor(private readonly reports: VolumeReportService) {}

  @Authorized('report:read')
  @Query(() => VolumeReportResult, {
    nullable: true,
    description: 'Print volumes by month, within what you see.',
  })
  async volumeReport(
    @Arg('input') input: VolumeReportInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof VolumeReportResult> {
    const query = readReportInput(input);
    if (!query.ok) return toReportError(query.failure, actor.locale);
    const report = await this.reports.report(actor, query.value);
    return report.ok ? toReport(report.value) : toReportError(report.failure, actor.locale);
  }

  @FieldResolver(() => VolumeCoverage)
  async coverage(@Root() { query }: Answered, @Ctx() { actor }: GraphqlContext): Promise<VolumeCoverage> {
    const { months, neverRead, sources } = await this.reports.coverage(actor, query);
    return {
      months: months.map((each) => ({ ...each, month: shortMonth(each.month) })),
      neverRead,
      sources: [...sources],
    };
  }

  @FieldResolver(() => VolumeUsage)
  async usage(
    @Root() { query }: Answered,
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { defaultValue: 5, description: 'Of each side, at most 50.' }) first: number,
  ): Promise<VolumeUsage> {
    const usage = await this.reports.usage(actor, query, Math.min(Math.max(first, 1), MOST_USED));
    const { leastMonths, leastDevices, factor } = usageRule;
    const median = usage.median === null ? null : Math.round(usage.median);
    return { ...usage, median, leastMonths, leastDevices, factor } as VolumeUsage;
  }

  @FieldResolver(() => VolumeFootprint, { nullable: true, description: 'Null without any reading.' })
  footprint(@Root() { total }: Answered): VolumeFootprint | null {
    return footprintOf(total);
  }
}

const shortMonth = (month: string): string => month.slice(0, 7);

function toReport(report: Reckoned): Answered {
  const { query, names, whole, total, lines, lineCount, runningMonth } = report;
  return Object.assign(new VolumeReport(), {
    query,
    months: query.months.map(shortMonth),
    names,
    whole,
    total,
    lines,
    lineCount,
    runningMonth: runningMonth && shortMonth(runningMonth),
  });
}
