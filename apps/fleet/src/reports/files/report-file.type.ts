import { CountScalar, IdempotencyConflictError, InvalidInputError } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { ReportScopeNotFoundError, VolumeReportInput } from '../volume-report.type';
import { type ReportFileState, type ReportFormat, reportFileStates, reportFormats } from './report-file';

const named = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;

export const ReportFormatEnum = named(reportFormats);
registerEnumType(ReportFormatEnum, { name: 'ReportFormat' });
export const ReportFileStateEnum = named(reportFileStates);
registerEnumType(ReportFileStateEnum, {
  name: 'ReportFileState',
  description: 'How far a file is: a long report waits for its turn, is read, then written.',
});

/** A report as a file; its owner has it for a week. */
@ObjectType('ReportFile', { simpleResolvers: true })
export class ReportFileType {
  @Field(() => ID)
  id: string;
  @Field({ description: 'Name for the disk.' })
  fileName: string;
  @Field()
  title: string;
  @Field(() => ReportFormatEnum)
  format: ReportFormat;
  @Field()
  contentType: string;
  @Field(() => ReportFileStateEnum)
  state: ReportFileState;
  @Field(() => CountScalar, { description: 'Lines of the report.' })
  lines: number;
  @Field(() => CountScalar, { nullable: true, description: 'Null until it is ready.' })
  bytes: number | null;
  @Field(() => Int, { description: 'In how many parts it is handed out; 0 until it is ready.' })
  parts: number;
  @Field(() => Date)
  createdAt: Date;
}

@InputType()
export class ExportVolumeReportInput {
  @Field({ description: 'Same key, same file: it is made once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => VolumeReportInput, {
    description: 'All lines are in the file, up to its format; `first` is not used.',
  })
  report: VolumeReportInput;
  @Field(() => ReportFormatEnum)
  format: ReportFormat;
}

@ObjectType({ simpleResolvers: true })
export class ExportVolumeReportSuccess {
  @Field(() => ReportFileType)
  file: ReportFileType;
}

export const ExportVolumeReportResult = createUnionType({
  name: 'ExportVolumeReportResult',
  types: () =>
    [
      ExportVolumeReportSuccess,
      ReportScopeNotFoundError,
      InvalidInputError,
      IdempotencyConflictError,
    ] as const,
});
