import type { Locale } from '@platen/contracts';
import type { Result } from '@platen/kernel';
import { Authorized, type GraphqlContext, Public } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { invalidInput } from '../users/invalid-input';
import { linkInvalid } from '../users/link-invalid.type';
import type { ChangePasswordFailure, RequestResetFailure, SetPasswordFailure } from './own-password.errors';
import type { OwnPasswordService } from './own-password.service';
import {
  ChangeMyPasswordInput,
  ChangeMyPasswordResult,
  ChangeMyPasswordSuccess,
  RequestPasswordResetInput,
  RequestPasswordResetResult,
  RequestPasswordResetSuccess,
  SetPasswordInput,
  SetPasswordResult,
  SetPasswordSuccess,
} from './own-password.type';
import { passwordRefused, tooManyAttempts } from './refusals';

@Resolver()
export class OwnPasswordResolver {
  constructor(private readonly passwords: OwnPasswordService) {}

  @Authorized()
  @Mutation(() => ChangeMyPasswordResult)
  async changeMyPassword(
    @Arg('input') input: ChangeMyPasswordInput,
    @Ctx() { actor, clientAddress }: GraphqlContext,
  ): Promise<typeof ChangeMyPasswordResult> {
    return toChangeResult(await this.passwords.change(actor, { ...input, clientAddress }), actor.locale);
  }

  @Public()
  @Mutation(() => RequestPasswordResetResult)
  async requestPasswordReset(
    @Arg('input') input: RequestPasswordResetInput,
    @Ctx() { actor, clientAddress }: GraphqlContext,
  ): Promise<typeof RequestPasswordResetResult> {
    return toRequestResult(
      await this.passwords.requestReset(actor, { ...input, clientAddress }),
      actor.locale,
    );
  }

  @Public()
  @Mutation(() => SetPasswordResult)
  async setPassword(
    @Arg('input') input: SetPasswordInput,
    @Ctx() { actor, clientAddress }: GraphqlContext,
  ): Promise<typeof SetPasswordResult> {
    return toSetResult(await this.passwords.set(actor, { ...input, clientAddress }), actor.locale);
  }
}

function toChangeResult(
  result: Result<undefined, ChangePasswordFailure>,
  locale: Locale,
): typeof ChangeMyPasswordResult {
  if (result.ok) return Object.assign(new ChangeMyPasswordSuccess(), { ok: true });
  const { failure } = result;
  if ('retryAt' in failure) return tooManyAttempts(locale, failure);
  if ('least' in failure) return passwordRefused(locale, failure, 'newPassword');
  const path = failure.code === 'PASSWORD_SAME' ? 'newPassword' : 'currentPassword';
  return invalidInput(locale, [{ path, code: failure.code }]);
}

function toRequestResult(
  result: Result<undefined, RequestResetFailure>,
  locale: Locale,
): typeof RequestPasswordResetResult {
  if (result.ok) return Object.assign(new RequestPasswordResetSuccess(), { ok: true });
  const { failure } = result;
  if ('retryAt' in failure) return tooManyAttempts(locale, failure);
  return invalidInput(locale, [{ path: 'email', code: failure.code }]);
}

function toSetResult(
  result: Result<undefined, SetPasswordFailure>,
  locale: Locale,
): typeof SetPasswordResult {
  if (result.ok) return Object.assign(new SetPasswordSuccess(), { ok: true });
  const { failure } = result;
  return 'least' in failure ? passwordRefused(locale, failure, 'password') : linkInvalid(locale);
}
