import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { MyAccountType } from '../account/my-account.type';
import { invalidInput } from '../users/invalid-input';
import type { Consent, ConsentService } from './consent.service';
import { CONSENT_VERSION } from './consent-text';
import {
  MarketingConsentType,
  UpdateMyConsentInput,
  UpdateMyConsentResult,
  UpdateMyConsentSuccess,
} from './consent.type';

@Resolver(() => MyAccountType)
export class ConsentResolver {
  constructor(private readonly consents: ConsentService) {}

  @FieldResolver(() => MarketingConsentType, {
    nullable: true,
    description: 'Null where the branch sends nothing of the kind.',
  })
  async marketingConsent(@Ctx() { actor }: GraphqlContext): Promise<MarketingConsentType | null> {
    const consent = await this.consents.find(actor);
    return consent && toType(consent);
  }

  @Authorized()
  @Mutation(() => UpdateMyConsentResult)
  async updateMyConsent(
    @Arg('input') input: UpdateMyConsentInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof UpdateMyConsentResult> {
    const result = await this.consents.say(actor, input);
    if (result.ok) return Object.assign(new UpdateMyConsentSuccess(), { consent: toType(result.value) });
    return invalidInput(actor.locale, [{ path: 'given', code: result.failure.code }]);
  }
}

function toType(consent: Consent): MarketingConsentType {
  return { ...consent, currentVersion: CONSENT_VERSION };
}
