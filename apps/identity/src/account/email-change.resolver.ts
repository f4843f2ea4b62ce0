import type { Locale } from '@platen/contracts';
import type { Result } from '@platen/kernel';
import { Authorized, type GraphqlContext, Public } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { message } from '../messages/message';
import { invalidInput } from '../users/invalid-input';
import { linkInvalid } from '../users/link-invalid.type';
import type { ConfirmEmailFailure, RequestEmailChangeFailure } from './email-change.errors';
import type { EmailChangeService } from './email-change.service';
import {
  ConfirmEmailChangeResult,
  ConfirmEmailChangeSuccess,
  EmailLinkInput,
  EmailTakenError,
  RequestEmailChangeInput,
  RequestEmailChangeResult,
  RequestEmailChangeSuccess,
  UndoEmailChangeResult,
  UndoEmailChangeSuccess,
} from './email-change.type';
import { tooManyAttempts } from './refusals';

@Resolver()
export class EmailChangeResolver {
  constructor(private readonly changes: EmailChangeService) {}

  @Authorized()
  @Mutation(() => RequestEmailChangeResult)
  async requestEmailChange(
    @Arg('input') input: RequestEmailChangeInput,
    @Ctx() { actor, clientAddress }: GraphqlContext,
  ): Promise<typeof RequestEmailChangeResult> {
    return toRequestResult(await this.changes.request(actor, { ...input, clientAddress }), actor.locale);
  }

  @Public()
  @Mutation(() => ConfirmEmailChangeResult)
  async confirmEmailChange(
    @Arg('input') { token }: EmailLinkInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof ConfirmEmailChangeResult> {
    const result = await this.changes.confirm(actor, token);
    if (!result.ok) return toLinkError(result.failure, actor.locale);
    return Object.assign(new ConfirmEmailChangeSuccess(), { email: result.value });
  }

  @Public()
  @Mutation(() => UndoEmailChangeResult)
  async undoEmailChange(
    @Arg('input') { token }: EmailLinkInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof UndoEmailChangeResult> {
    const result = await this.changes.undo(actor, token);
    if (!result.ok) return toLinkError(result.failure, actor.locale);
    return Object.assign(new UndoEmailChangeSuccess(), { email: result.value });
  }
}

function toRequestResult(
  result: Result<string, RequestEmailChangeFailure>,
  locale: Locale,
): typeof RequestEmailChangeResult {
  if (result.ok) return Object.assign(new RequestEmailChangeSuccess(), { newEmail: result.value });
  const { failure } = result;
  if ('retryAt' in failure) return tooManyAttempts(locale, failure);
  const path = failure.code === 'WRONG_PASSWORD' ? 'currentPassword' : 'newEmail';
  return invalidInput(locale, [{ path, code: failure.code }]);
}

function toLinkError({ code }: ConfirmEmailFailure, locale: Locale) {
  return code === 'LINK_INVALID'
    ? linkInvalid(locale)
    : Object.assign(new EmailTakenError(), { code, message: message(locale, code) });
}
