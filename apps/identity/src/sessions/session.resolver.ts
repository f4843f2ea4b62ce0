import { type GraphqlContext, Public } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { message } from '../messages/message';
import type { OpenedSession } from './open-session';
import type { SessionService } from './session.service';
import {
  SecondFactorRequired,
  SignInInput,
  SignInResult,
  SignInSuccess,
  SignOutResult,
  TooManyAttemptsError,
  WrongCredentialsError,
} from './session.type';
import type { TooManyAttempts } from './sign-in.errors';
import { viewerOf } from './viewer-of';

@Resolver()
export class SessionResolver {
  constructor(private readonly sessions: SessionService) {}

  @Public()
  @Mutation(() => SignInResult)
  async signIn(
    @Arg('input') { email, password, userAgent = null }: SignInInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof SignInResult> {
    const { actor, clientAddress } = context;
    const result = await this.sessions.signIn(actor, { email, password, clientAddress, userAgent });
    if (result.ok) {
      const { value } = result;
      return 'challenge' in value
        ? Object.assign(new SecondFactorRequired(), value)
        : signedIn(context, value);
    }
    if (result.failure.code !== 'WRONG_CREDENTIALS') return tooManyAttempts(context, result.failure);
    return wrongCredentials(context, result.failure.code);
  }

  @Public()
  @Mutation(() => SignOutResult)
  async signOut(@Ctx() context: GraphqlContext): Promise<SignOutResult> {
    await this.sessions.signOut(context.actor);
    context.changeSession({ token: null });
    return { ok: true };
  }
}

/** Gives the browser its session, and the caller who acts from now on. */
export function signedIn(context: GraphqlContext, { token, expiresAt, actor }: OpenedSession): SignInSuccess {
  context.changeSession({ token, expiresAt: expiresAt.toISOString() });
  return Object.assign(new SignInSuccess(), { viewer: viewerOf(actor) });
}

/** In the language of the page, because nobody is known yet. */
export function tooManyAttempts({ actor }: GraphqlContext, failure: TooManyAttempts): TooManyAttemptsError {
  return Object.assign(new TooManyAttemptsError(), {
    ...failure,
    message: message(actor.locale, failure.code),
  });
}

/** One answer for everything that does not belong together. */
export function wrongCredentials(
  { actor }: GraphqlContext,
  code: 'WRONG_CREDENTIALS' | 'PASSKEY_NOT_ACCEPTED',
): WrongCredentialsError {
  return Object.assign(new WrongCredentialsError(), { code, message: message(actor.locale, code) });
}
