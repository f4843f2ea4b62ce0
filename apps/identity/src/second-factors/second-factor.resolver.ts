import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { AddedFactor } from './added-factor';
import type { SecondFactorService } from './second-factor.service';
import type { SecondFactors } from './second-factors-of';
import {
  AddSecondFactorResult,
  AddSecondFactorSuccess,
  ChangeSecondFactorSuccess,
  ConfirmAuthenticatorAppInput,
  CurrentPasswordInput,
  RemoveSecondFactorResult,
  RenewRecoveryCodesResult,
  SecondFactorsType,
  StartAuthenticatorAppResult,
  StartAuthenticatorAppSuccess,
} from './second-factor.type';
import { toInvalidInput, toNeeded, toUnproved } from './to-refusal';

/** One's own factors. None of these asks for a right: people without a factor that is demanded have none. */
@Resolver()
export class SecondFactorResolver {
  constructor(private readonly factors: SecondFactorService) {}

  @Authorized()
  @Query(() => SecondFactorsType, {
    nullable: true,
    description: 'null for who has none of his own: keys, and who sees through others.',
  })
  mySecondFactors(@Ctx() { actor }: GraphqlContext): Promise<SecondFactors | null> {
    return this.factors.find(actor);
  }

  @Authorized()
  @Mutation(() => StartAuthenticatorAppResult)
  async startAuthenticatorApp(
    @Arg('input') { currentPassword }: CurrentPasswordInput,
    @Ctx() { actor, clientAddress }: GraphqlContext,
  ): Promise<typeof StartAuthenticatorAppResult> {
    const result = await this.factors.startAuthenticatorApp(actor, { currentPassword, clientAddress });
    if (!result.ok) return toUnproved(result.failure, actor.locale);
    return Object.assign(new StartAuthenticatorAppSuccess(), result.value);
  }

  @Authorized()
  @Mutation(() => AddSecondFactorResult)
  async confirmAuthenticatorApp(
    @Arg('input') { code }: ConfirmAuthenticatorAppInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof AddSecondFactorResult> {
    const result = await this.factors.confirmAuthenticatorApp(actor, code);
    return result.ok ? added(result.value) : toInvalidInput(result.failure, actor.locale);
  }

  @Authorized()
  @Mutation(() => RemoveSecondFactorResult)
  async removeAuthenticatorApp(
    @Arg('input') { currentPassword }: CurrentPasswordInput,
    @Ctx() { actor, clientAddress }: GraphqlContext,
  ): Promise<typeof RemoveSecondFactorResult> {
    const result = await this.factors.removeAuthenticatorApp(actor, { currentPassword, clientAddress });
    if (result.ok) return changed(result.value);
    const { failure } = result;
    if (failure.code === 'LAST_SECOND_FACTOR') return toNeeded(failure, actor.locale);
    return toUnproved(failure, actor.locale);
  }

  @Authorized()
  @Mutation(() => RenewRecoveryCodesResult)
  async renewRecoveryCodes(
    @Arg('input') { currentPassword }: CurrentPasswordInput,
    @Ctx() { actor, clientAddress }: GraphqlContext,
  ): Promise<typeof RenewRecoveryCodesResult> {
    const result = await this.factors.renewRecoveryCodes(actor, { currentPassword, clientAddress });
    if (result.ok) return added(result.value);
    const { failure } = result;
    if (failure.code === 'NO_SECOND_FACTOR') return toNeeded(failure, actor.locale);
    return toUnproved(failure, actor.locale);
  }
}

/** A factor was added, with recovery codes when they are new. */
export function added({ factors, recoveryCodes }: AddedFactor): AddSecondFactorSuccess {
  return Object.assign(new AddSecondFactorSuccess(), { secondFactors: factors, recoveryCodes });
}

/** What is left after a change. */
export function changed(secondFactors: SecondFactors): ChangeSecondFactorSuccess {
  return Object.assign(new ChangeSecondFactorSuccess(), { secondFactors });
}
