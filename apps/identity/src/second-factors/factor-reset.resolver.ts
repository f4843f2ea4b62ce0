import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { message } from '../messages/message';
import { ActionRefusedError, UserNotFoundError } from '../users/user-administration.type';
import type { FactorResetService } from './factor-reset.service';
import {
  ResetSecondFactorsOfUserInput,
  ResetSecondFactorsOfUserResult,
  ResetSecondFactorsOfUserSuccess,
} from './factor-reset.type';

/** The way back in for who lost everything he proves himself with. */
@Resolver()
export class FactorResetResolver {
  constructor(private readonly resets: FactorResetService) {}

  @Authorized()
  @Mutation(() => ResetSecondFactorsOfUserResult, {
    description:
      'For who looks after this person, never for oneself: the password alone signs in from then on.',
  })
  async resetSecondFactorsOfUser(
    @Arg('input') { userId }: ResetSecondFactorsOfUserInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof ResetSecondFactorsOfUserResult> {
    const result = await this.resets.reset(actor, userId);
    if (result.ok) return Object.assign(new ResetSecondFactorsOfUserSuccess(), { userId: result.value });
    const { code } = result.failure;
    const error = code === 'OWN_ACCOUNT' ? new ActionRefusedError() : new UserNotFoundError();
    return Object.assign(error, { code, message: message(actor.locale, code) });
  }
}
