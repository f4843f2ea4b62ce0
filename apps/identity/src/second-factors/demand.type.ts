import { Field, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { SecondFactorNeededError } from './second-factor.type';

/** Whether second factors are demanded of the people whom the viewer administers, and whom that meets. */
@ObjectType('SecondFactorDemand', { simpleResolvers: true })
export class SecondFactorDemandType {
  @Field()
  required: boolean;
  @Field(() => Int)
  people: number;
  @Field(() => Int, { description: 'Those would have to add one before anything else.' })
  peopleWithout: number;
  @Field({ description: 'Whoever demands one has one himself.' })
  viewerHasOne: boolean;
}

@InputType()
export class RequireSecondFactorInput {
  @Field()
  required: boolean;
}

@ObjectType({ simpleResolvers: true })
export class RequireSecondFactorSuccess {
  @Field(() => SecondFactorDemandType, { nullable: true })
  demand: SecondFactorDemandType | null;
}

export const RequireSecondFactorResult = createUnionType({
  name: 'RequireSecondFactorResult',
  types: () => [RequireSecondFactorSuccess, SecondFactorNeededError] as const,
});
