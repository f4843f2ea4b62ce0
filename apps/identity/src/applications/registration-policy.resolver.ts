import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { invalidInput } from '../users/invalid-input';
import type { RegistrationPolicyService, RegistrationRules } from './registration-policy.service';
import {
  RegistrationRulesType,
  UpdateRegistrationPolicyInput,
  UpdateRegistrationPolicyResult,
  UpdateRegistrationPolicySuccess,
} from './registration-policy.type';

@Resolver()
export class RegistrationPolicyResolver {
  constructor(private readonly policy: RegistrationPolicyService) {}

  @Authorized('user:manage')
  @Query(() => RegistrationRulesType, { nullable: true, description: 'Of the own organisation.' })
  registrationRules(@Ctx() { actor }: GraphqlContext): Promise<RegistrationRules | null> {
    return this.policy.find(actor);
  }

  @Authorized('user:manage')
  @Mutation(() => UpdateRegistrationPolicyResult)
  async updateRegistrationPolicy(
    @Arg('input') { selfRegistration, domains }: UpdateRegistrationPolicyInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof UpdateRegistrationPolicyResult> {
    const result = await this.policy.update(actor, selfRegistration, domains);
    return result.ok
      ? Object.assign(new UpdateRegistrationPolicySuccess(), { rules: result.value })
      : invalidInput(actor.locale, result.failure.fields);
  }
}
