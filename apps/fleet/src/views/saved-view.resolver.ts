import {
  Authorized,
  type GraphqlContext,
  IdempotencyConflictError,
  InvalidInputError,
} from '@platen/platform';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { KEY_LENGTH } from '../devices/device-place';
import { message } from '../messages/message';
import type { ViewProblem } from './saved-view.errors';
import { canShareViews } from './saved-view.policy';
import { MAX_VIEW_NAME, MAX_VIEW_QUERY, MOST_VIEWS, SavedViewService } from './saved-view.service';
import {
  CreateSavedViewInput,
  CreateSavedViewResult,
  CreateSavedViewSuccess,
  DeleteSavedViewInput,
  DeleteSavedViewResult,
  DeleteSavedViewSuccess,
  SavedView,
  SavedViewNotFoundError,
} from './saved-view.type';

const valuesOf: Partial<Record<ViewProblem, Readonly<Record<string, number>>>> = {
  keyLength: KEY_LENGTH,
  viewNameNeeded: { max: MAX_VIEW_NAME },
  viewTooLong: { max: MAX_VIEW_QUERY },
  tooManyViews: { max: MOST_VIEWS },
};

/** Lists of machines that people keep. */
@Resolver(() => SavedView)
export class SavedViewResolver {
  constructor(private readonly views: SavedViewService) {}

  @Authorized('device:read')
  @Query(() => [SavedView], { nullable: true, description: 'Your own and those shared with you, by name.' })
  async savedViews(@Ctx() { actor }: GraphqlContext): Promise<SavedView[]> {
    const rows = await this.views.list(actor);
    const shares = canShareViews(actor);
    return rows.map((row) => ({ ...row, viewerCanDelete: row.owned || shares }));
  }

  @Authorized('device:read')
  @Mutation(() => CreateSavedViewResult)
  async createSavedView(
    @Arg('input') input: CreateSavedViewInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof CreateSavedViewResult> {
    const outcome = await this.views.create(actor, { ...input, shared: input.shared ?? false });
    if (outcome.ok) return Object.assign(new CreateSavedViewSuccess(), outcome.value);
    const { locale } = actor;
    const { failure } = outcome;
    if (failure.code === 'IDEMPOTENCY_CONFLICT')
      return Object.assign(new IdempotencyConflictError(), {
        code: failure.code,
        message: message(locale, 'idempotencyConflict'),
      });
    return Object.assign(new InvalidInputError(), {
      code: failure.code,
      message: message(locale, 'invalidInput'),
      fields: failure.fields.map(({ path, problem }) => ({
        path,
        message: message(locale, problem, valuesOf[problem]),
      })),
    });
  }

  @Authorized('device:read')
  @Mutation(() => DeleteSavedViewResult)
  async deleteSavedView(
    @Arg('input') { viewId }: DeleteSavedViewInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof DeleteSavedViewResult> {
    const outcome = await this.views.delete(actor, viewId);
    return outcome.ok
      ? Object.assign(new DeleteSavedViewSuccess(), outcome.value)
      : Object.assign(new SavedViewNotFoundError(), {
          code: outcome.failure.code,
          message: message(actor.locale, 'savedViewNotFound'),
        });
  }
}
