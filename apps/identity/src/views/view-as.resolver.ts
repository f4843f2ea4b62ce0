import { Authorized, type GraphqlContext, Public } from '@platen/platform';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { message } from '../messages/message';
import { ViewerType } from '../sessions/session.type';
import { viewerOf } from '../sessions/viewer-of';
import type { ViewAsRefusal } from './view-as.policy';
import type { ViewAsService, Watcher } from './view-as.service';
import {
  EndViewAsResult,
  ViewAsInput,
  ViewAsRefusedError,
  ViewAsResult,
  ViewAsSuccess,
  WatcherType,
} from './view-as.type';

/** Looking through somebody's eyes, and back. */
@Resolver(() => ViewerType)
export class ViewAsResolver {
  constructor(private readonly views: ViewAsService) {}

  @Authorized('user:manage', 'customer:read')
  @Mutation(() => ViewAsResult, { description: 'See what a person sees, for half an hour at most. Audited.' })
  async viewAs(
    @Arg('input') { userId }: ViewAsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof ViewAsResult> {
    const result = await this.views.begin(context.actor, userId);
    if (!result.ok) return refused(result.failure.code, context);
    const { token, expiresAt, actor } = result.value;
    context.changeSession({ token, expiresAt: expiresAt.toISOString() });
    return Object.assign(new ViewAsSuccess(), { viewer: viewerOf(actor) });
  }

  /** Public, because it is the one change that a look allows beside signing out. */
  @Public()
  @Mutation(() => EndViewAsResult, { description: 'Back to the own eyes. Without a look nothing happens.' })
  async endViewAs(@Ctx() context: GraphqlContext): Promise<EndViewAsResult> {
    if (context.actor.viewedBy === null) return { resumed: context.actor.sessionId !== null };
    const own = await this.views.end(context.actor);
    context.changeSession(
      own ? { token: own.token, expiresAt: own.expiresAt.toISOString() } : { token: null },
    );
    return { resumed: own !== null };
  }

  @FieldResolver(() => WatcherType, {
    nullable: true,
    description: 'Null for who looks through the own eyes.',
  })
  viewedBy(@Root() { actor }: ViewerType): Promise<Watcher | null> {
    return this.views.watcherOf(actor);
  }
}

const words = {
  USER_NOT_FOUND: 'VIEW_USER_NOT_FOUND',
  OWN_ACCOUNT: 'VIEW_OWN_ACCOUNT',
  USER_DEACTIVATED: 'VIEW_USER_DEACTIVATED',
  VIEW_NOT_ALLOWED: 'VIEW_NOT_ALLOWED',
} as const satisfies Record<ViewAsRefusal, string>;

function refused(code: ViewAsRefusal, { actor }: GraphqlContext): ViewAsRefusedError {
  return Object.assign(new ViewAsRefusedError(), { code, message: message(actor.locale, words[code]) });
}
