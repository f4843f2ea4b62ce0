import { DateTimeScalar, InvalidInputError } from '@platen/platform';
import { Field, InputType, ObjectType, createUnionType } from 'type-graphql';

/** Whether somebody wants mails about other things than his printers. */
@ObjectType('MarketingConsent', { simpleResolvers: true })
export class MarketingConsentType {
  @Field({ description: 'No answer is no.' })
  given: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null as long as nothing was said.' })
  saidAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Of the text that was answered.' })
  version: string | null;
  @Field({ description: 'Of the text that an answer is given to now.' })
  currentVersion: string;
}

@InputType()
export class UpdateMyConsentInput {
  @Field()
  given: boolean;
  @Field({ description: 'Of the text that was shown.' })
  version: string;
}

@ObjectType({ simpleResolvers: true })
export class UpdateMyConsentSuccess {
  @Field(() => MarketingConsentType)
  consent: MarketingConsentType;
}

export const UpdateMyConsentResult = createUnionType({
  name: 'UpdateMyConsentResult',
  types: () => [UpdateMyConsentSuccess, InvalidInputError] as const,
});
