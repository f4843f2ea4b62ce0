import { IdempotencyConflictError, InvalidInputError, UserError } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { User } from '../../groups/device-group.type';
import type { ReportBreakdown, ReportScope } from '../report-query';
import { ReportBreakdownEnum, ReportScopeEnum, ReportScopeNotFoundError } from '../volume-report.type';

/** When, and to whom, a saved report is sent. */
@ObjectType({ simpleResolvers: true })
export class ReportSchedule {
  @Field(() => Int, {
    description: "Day of the month in the branch's time zone, from which the past month is sent.",
  })
  day: number;
  @Field(() => [User], {
    nullable: 'itemsAndList',
    description: 'Who gets it, as far as they may read reports then; told to its owner.',
  })
  readers: User[];
}

/** A report that somebody keeps: what is asked for, answered anew each time. */
@ObjectType({ simpleResolvers: true })
export class SavedReport {
  @Field(() => ID)
  id: string;
  @Field()
  name: string;
  @Field(() => ReportScopeEnum)
  of: ReportScope;
  @Field(() => [String])
  ids: readonly string[];
  @Field(() => ReportBreakdownEnum)
  by: ReportBreakdown;
  @Field(() => Int, { description: 'Full months up to the last one.' })
  months: number;
  @Field({ description: 'True: everybody of the organisation who may read reports finds it.' })
  shared: boolean;
  @Field({ description: 'True: yours, so that you may send and delete it.' })
  viewerCanChange: boolean;
  @Field(() => ReportSchedule, { nullable: true })
  schedule: ReportSchedule | null;
}

@InputType()
export class SaveReportInput {
  @Field({ description: 'Same key, same report: it is saved once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field({ description: '1 to 80 characters; no two of your reports have one name.' })
  name: string;
  @Field(() => ReportScopeEnum)
  of: ReportScope;
  @Field(() => [String])
  ids: string[];
  @Field(() => ReportBreakdownEnum)
  by: ReportBreakdown;
  @Field(() => Int, { description: '1 to 36' })
  months: number;
  @Field()
  shared: boolean;
}

@InputType()
export class DeleteSavedReportInput {
  @Field(() => ID)
  reportId: string;
}

@InputType()
export class ScheduleReportInput {
  @Field(() => ID)
  reportId: string;
  @Field(() => Int, { description: '1 to 28' })
  day: number;
  @Field(() => [ID], {
    description: '1 to 20 people of the organisation; others than yourself only with user:manage.',
  })
  readerIds: string[];
}

@InputType()
export class UnscheduleReportInput {
  @Field(() => ID)
  reportId: string;
}

/** Unknown, somebody else's, or not shared: nobody can tell which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class ReportNotFoundError extends UserError {}

@ObjectType({ simpleResolvers: true })
export class SaveReportSuccess {
  @Field(() => SavedReport)
  report: SavedReport;
}

export const SaveReportResult = createUnionType({
  name: 'SaveReportResult',
  types: () =>
    [SaveReportSuccess, ReportScopeNotFoundError, InvalidInputError, IdempotencyConflictError] as const,
});

@ObjectType({ simpleResolvers: true })
export class DeleteSavedReportSuccess {
  @Field(() => ID)
  reportId: string;
}

export const DeleteSavedReportResult = createUnionType({
  name: 'DeleteSavedReportResult',
  types: () => [DeleteSavedReportSuccess, ReportNotFoundError] as const,
});

@ObjectType({ simpleResolvers: true })
export class ScheduleReportSuccess {
  @Field(() => SavedReport)
  report: SavedReport;
}

export const ScheduleReportResult = createUnionType({
  name: 'ScheduleReportResult',
  types: () => [ScheduleReportSuccess, ReportNotFoundError, InvalidInputError] as const,
});
