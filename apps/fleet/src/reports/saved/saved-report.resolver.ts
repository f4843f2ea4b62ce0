import { type Actor, Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { toReportError } from '../report-errors.mapping';
import { type SavedReportRow, SavedReportService } from './saved-report.service';
import {
  DeleteSavedReportInput,
  DeleteSavedReportResult,
  DeleteSavedReportSuccess,
  SaveReportInput,
  SaveReportResult,
  SaveReportSuccess,
  SavedReport,
  ScheduleReportInput,
  ScheduleReportResult,
  ScheduleReportSuccess,
  UnscheduleReportInput,
} from './saved-report.type';

/** Reports that people keep, share and have sent. */
@Resolver()
export class SavedReportResolver {
  constructor(private readonly saved: SavedReportService) {}

  @Authorized('report:read')
  @Query(() => [SavedReport], {
    nullable: true,
    description: 'Your saved reports and those shared in your organisation, by name; at most 100.',
  })
  async savedReports(@Ctx() { actor }: GraphqlContext): Promise<SavedReport[]> {
    return (await this.saved.list(actor)).map(toSavedReport);
  }

  @Authorized('report:read')
  @Query(() => SavedReport, {
    nullable: true,
    description: 'Null for an unknown id as for one not meant for you.',
  })
  async savedReport(
    @Arg('id', () => ID) id: string,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<SavedReport | null> {
    const row = await this.saved.find(actor, id);
    return row && toSavedReport(row);
  }

  @Authorized('report:read')
  @Mutation(() => SaveReportResult)
  async saveReport(
    @Arg('input') input: SaveReportInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof SaveReportResult> {
    const done = await this.saved.save(actor, input);
    if (!done.ok) return toReportError(done.failure, actor.locale);
    const row = await this.saved.find(actor, done.value.reportId);
    // A repeat may come after it was deleted.
    if (!row) return toReportError({ code: 'IDEMPOTENCY_CONFLICT' }, actor.locale);
    return Object.assign(new SaveReportSuccess(), { report: toSavedReport(row) });
  }

  @Authorized('report:read')
  @Mutation(() => DeleteSavedReportResult, { description: 'Nobody gets it any more.' })
  async deleteSavedReport(
    @Arg('input') { reportId }: DeleteSavedReportInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof DeleteSavedReportResult> {
    const done = await this.saved.delete(actor, reportId);
    return done.ok
      ? Object.assign(new DeleteSavedReportSuccess(), done.value)
      : toReportError(done.failure, actor.locale);
  }

  @Authorized('report:read')
  @Mutation(() => ScheduleReportResult, { description: 'Sends a saved report every month.' })
  async scheduleReport(
    @Arg('input') input: ScheduleReportInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof ScheduleReportResult> {
    return this.scheduled(actor, await this.saved.schedule(actor, input));
  }

  @Authorized('report:read')
  @Mutation(() => ScheduleReportResult, { description: 'Sends it no more; the report stays.' })
  async unscheduleReport(
    @Arg('input') { reportId }: UnscheduleReportInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof ScheduleReportResult> {
    return this.scheduled(actor, await this.saved.unschedule(actor, reportId));
  }

  private async scheduled(
    actor: Actor,
    done: Awaited<ReturnType<SavedReportService['schedule']>>,
  ): Promise<typeof ScheduleReportResult> {
    if (!done.ok) return toReportError(done.failure, actor.locale);
    const row = await this.saved.find(actor, done.value.reportId);
    return row
      ? Object.assign(new ScheduleReportSuccess(), { report: toSavedReport(row) })
      : toReportError({ code: 'REPORT_NOT_FOUND' }, actor.locale);
  }
}

function toSavedReport({ isMine, day, readerIds, ...row }: SavedReportRow): SavedReport {
  const schedule = day === null ? null : { day, readers: readerIds.map((id) => ({ id })) };
  return { ...row, viewerCanChange: isMine, schedule };
}
