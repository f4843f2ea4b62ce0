import { type Actor, Authorized, type GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { message } from '../messages/message';
import { UserNotFoundError } from '../users/user-administration.type';
import { UserType } from '../users/user.type';
import type { Session, SessionListService } from './session-list.service';
import {
  EndSessionInput,
  EndSessionResult,
  EndSessionSuccess,
  EndSessionsOfUserInput,
  EndSessionsOfUserResult,
  EndSessionsOfUserSuccess,
  SessionNotFoundError,
  SessionType,
} from './session-list.type';

/** Where people are signed in. */
@Resolver(() => UserType)
export class SessionListResolver {
  constructor(private readonly sessions: SessionListService) {}

  @Authorized()
  @Query(() => [SessionType], {
    nullable: true,
    description:
      'Live ones, newest first, at most 50; null for who has none: keys, and who sees through others.',
  })
  async mySessions(@Ctx() { actor }: GraphqlContext): Promise<SessionType[] | null> {
    const own = await this.sessions.own(actor);
    return own && toTypes(own, actor);
  }

  @Authorized()
  @Mutation(() => EndSessionResult)
  async endSession(
    @Arg('input') { id }: EndSessionInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof EndSessionResult> {
    const { actor } = context;
    const result = await this.sessions.end(actor, id);
    if (!result.ok) return refused(new SessionNotFoundError(), result.failure.code, actor);
    if (id === actor.sessionId) context.changeSession({ token: null });
    return Object.assign(new EndSessionSuccess(), { sessions: toTypes(result.value, actor) });
  }

  @Authorized()
  @Mutation(() => EndSessionSuccess, { description: 'All but the one that asks.' })
  async endOtherSessions(@Ctx() { actor }: GraphqlContext): Promise<EndSessionSuccess> {
    const left = await this.sessions.endOthers(actor);
    return Object.assign(new EndSessionSuccess(), { sessions: toTypes(left, actor) });
  }

  @Authorized()
  @Mutation(() => EndSessionsOfUserResult, { description: 'For who looks after this person.' })
  async endSessionsOfUser(
    @Arg('input') { userId }: EndSessionsOfUserInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof EndSessionsOfUserResult> {
    const result = await this.sessions.endOfUser(actor, userId);
    if (!result.ok) return refused(new UserNotFoundError(), result.failure.code, actor);
    return Object.assign(new EndSessionsOfUserSuccess(), { userId: result.value });
  }

  @FieldResolver(() => [SessionType], {
    name: 'sessions',
    nullable: true,
    description: 'Live ones, newest first, at most 50; null for who does not look after this person.',
  })
  async ofUser(@Root() { id }: UserType, @Ctx() context: GraphqlContext): Promise<SessionType[] | null> {
    const { actor } = context;
    const sessions = await context
      .loader(
        'sessions',
        () => new DataLoader<string, Session[] | null>((ids) => this.sessions.ofUsers(actor, ids)),
      )
      .load(id);
    return sessions && toTypes(sessions, actor);
  }
}

function toTypes(sessions: readonly Session[], actor: Actor): SessionType[] {
  return sessions.map((session) =>
    Object.assign(new SessionType(), session, { current: session.id === actor.sessionId }),
  );
}

function refused<RefusedError extends object>(
  error: RefusedError,
  code: 'SESSION_NOT_FOUND' | 'USER_NOT_FOUND',
  actor: Actor,
) {
  return Object.assign(error, { code, message: message(actor.locale, code) });
}
