import { Authorized, type Connection, type GraphqlContext, pageOf, toConnection } from '@platen/platform';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { BranchSettingsService, HistoryEntry } from './branch-settings.service';
import { BranchSettingsType } from './branch-settings.type';
import {
  toPresentSettings,
  toPreviewResult,
  toRestoreResult,
  toUpdateResult,
} from './change-branch-settings.mapping';
import {
  BranchVersionConnection,
  PresentBranchSettingsType,
  PreviewBranchSettingsResult,
  RestoreBranchVersionInput,
  RestoreBranchVersionResult,
  UpdateBranchSettingsInput,
  UpdateBranchSettingsResult,
} from './change-branch-settings.type';

/** What the branch's administrators set, and how it became so. */
@Resolver()
export class BranchSettingsResolver {
  constructor(private readonly service: BranchSettingsService) {}

  @Authorized('branch:manage')
  @Query(() => PresentBranchSettingsType, { description: 'All settings of your branch.' })
  async branchSettings(@Ctx() { actor }: GraphqlContext): Promise<PresentBranchSettingsType> {
    return toPresentSettings(await this.service.present(actor));
  }

  @Authorized('branch:manage')
  @Query(() => BranchVersionConnection, { nullable: true, description: 'Newest first.' })
  async branchHistory(
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<Connection<HistoryEntry>> {
    const page = pageOf(first, after, 1);
    const rows = await this.service.history(actor, page);
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.version],
    );
  }

  @Authorized('branch:manage')
  @Query(() => PreviewBranchSettingsResult, { description: 'What these settings would do. Stores nothing.' })
  async previewBranchSettings(
    @Arg('settings', () => BranchSettingsType) settings: BranchSettingsType,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof PreviewBranchSettingsResult> {
    return toPreviewResult(await this.service.preview(actor, settings), actor.locale);
  }

  @Authorized('branch:manage')
  @Mutation(() => UpdateBranchSettingsResult)
  async updateBranchSettings(
    @Arg('input', () => UpdateBranchSettingsInput) input: UpdateBranchSettingsInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof UpdateBranchSettingsResult> {
    return toUpdateResult(await this.service.update(actor, input), actor.locale);
  }

  @Authorized('branch:manage')
  @Mutation(() => RestoreBranchVersionResult, { description: 'Makes an old version the newest one.' })
  async restoreBranchVersion(
    @Arg('input', () => RestoreBranchVersionInput) input: RestoreBranchVersionInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof RestoreBranchVersionResult> {
    return toRestoreResult(await this.service.restore(actor, input), actor.locale);
  }
}
