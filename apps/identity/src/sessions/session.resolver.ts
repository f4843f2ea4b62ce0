import { type GraphqlContext, Public } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { message } from '../messages/message';
import type { SessionService } from './session.service';
import {
  SignInInput,
  SignInResult,
  SignInSuccess,
  SignOutResult,
  TooManyAttemptsError,
  WrongCredentialsError,
} from './session.type';
import type { TooManyAttempts, WrongCredentials } from './sign-in.errors';
import { viewerOf } from './viewer-of';

@Resolver()
export class SessionResolver {
  constructor(private readonly sessions: SessionService) {}

  @Public()
  @Mutation(() => SignInResult)
  async signIn(
    @Arg('input') { email, password }: SignInInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof SignInResult> {
    const { actor, clientAddress } = context;
    const result = await this.sessions.signIn(actor, { email, password, clientAddress });
    if (!result.ok) return toError(result.failure, actor.locale);
    const { token, expiresAt } = result.value;
    context.changeSession({ token, expiresAt: expiresAt.toISOString() });
    return Object.assign(new SignInSuccess(), { viewer: viewerOf(result.value.actor) });
  }

  @Public()
  @Mutation(() => SignOutResult)
  async signOut(@Ctx() context: GraphqlContext): Promise<SignOutResult> {
    await this.sessions.signOut(context.actor);
    context.changeSession({ token: null });
    return { ok: true };
  }
}

function toError(failure: WrongCredentials | TooManyAttempts, locale: GraphqlContext['actor']['locale']) {
  const facts = { ...failure, message: message(locale, failure.code) };
  return failure.code === 'WRONG_CREDENTIALS'
    ? Object.assign(new WrongCredentialsError(), facts)
    : Object.assign(new TooManyAttemptsError(), facts as typeof facts & TooManyAttempts);
}
