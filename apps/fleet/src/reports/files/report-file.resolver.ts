import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { toReportError } from '../report-errors.mapping';
import { contentTypes, fileName } from './report-file';
import { PART_BYTES, type ReportFileRow, ReportFileService } from './report-file.service';
import {
  ExportVolumeReportInput,
  ExportVolumeReportResult,
  ExportVolumeReportSuccess,
  ReportFileType,
} from './report-file.type';

/** Reports as files. */
@Resolver(() => ReportFileType)
export class ReportFileResolver {
  constructor(private readonly files: ReportFileService) {}

  @Authorized('report:read')
  @Mutation(() => ExportVolumeReportResult)
  async exportVolumeReport(
    @Arg('input') input: ExportVolumeReportInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof ExportVolumeReportResult> {
    const ordered = await this.files.order(actor, input);
    if (!ordered.ok) return toReportError(ordered.failure, actor.locale);
    const file = await this.files.find(actor, ordered.value.fileId);
    // A repeat may come after the week.
    if (!file) return toReportError({ code: 'IDEMPOTENCY_CONFLICT' }, actor.locale);
    return Object.assign(new ExportVolumeReportSuccess(), { file: toFile(file) });
  }

  @Authorized('report:read')
  @Query(() => [ReportFileType], { nullable: true, description: 'Your newest files, at most 10.' })
  async reportFiles(@Ctx() { actor }: GraphqlContext): Promise<ReportFileType[]> {
    return (await this.files.mine(actor)).map(toFile);
  }

  @Authorized('report:read')
  @Query(() => ReportFileType, {
    nullable: true,
    description: 'Null for an unknown file as for one of somebody else.',
  })
  async reportFile(
    @Arg('id', () => ID) id: string,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<ReportFileType | null> {
    const file = await this.files.find(actor, id);
    return file && toFile(file);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'A part of the content in base64; null beyond the end, and while the file is not ready.',
  })
  async part(
    @Root() { id }: ReportFileType,
    @Arg('index', () => Int, { defaultValue: 0, description: 'From 0.' }) index: number,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<string | null> {
    return (await this.files.part(actor, id, index))?.toString('base64') ?? null;
  }
}

function toFile(row: ReportFileRow): ReportFileType {
  return {
    ...row,
    fileName: fileName(row.title, row.format, row.createdAt),
    contentType: contentTypes[row.format],
    parts: Math.ceil((row.bytes ?? 0) / PART_BYTES),
  };
}
