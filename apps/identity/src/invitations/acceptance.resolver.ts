import { type GraphqlContext, Public } from '@platen/platform';
import type { Locale } from '@platen/contracts';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { message } from '../messages/message';
import { invalidInput } from '../users/invalid-input';
import type { AcceptanceService, OpenInvitation } from './acceptance.service';
import {
  AcceptInvitationInput,
  AcceptInvitationResult,
  AcceptInvitationSuccess,
  AccountExistsError,
  InvitationGoneError,
  OpenInvitationType,
} from './acceptance.type';

@Resolver()
export class AcceptanceResolver {
  constructor(private readonly acceptances: AcceptanceService) {}

  @Public()
  @Query(() => OpenInvitationType, {
    nullable: true,
    description: 'What a link invites to; null when it does not work any more.',
  })
  invitationFor(
    @Arg('token') token: string,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<OpenInvitation | null> {
    return this.acceptances.find(actor, token);
  }

  @Public()
  @Mutation(() => AcceptInvitationResult)
  async acceptInvitation(
    @Arg('input') input: AcceptInvitationInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof AcceptInvitationResult> {
    return toResult(await this.acceptances.accept(actor, input), actor.locale);
  }
}

function toResult(
  outcome: Awaited<ReturnType<AcceptanceService['accept']>>,
  locale: Locale,
): typeof AcceptInvitationResult {
  if (outcome.ok) return Object.assign(new AcceptInvitationSuccess(), outcome.value);
  const { failure } = outcome;
  if (failure.code === 'INVALID_INPUT') return invalidInput(locale, failure.fields);
  const text = { code: failure.code, message: message(locale, failure.code) };
  return failure.code === 'INVITATION_GONE'
    ? Object.assign(new InvitationGoneError(), text)
    : Object.assign(new AccountExistsError(), text);
}
