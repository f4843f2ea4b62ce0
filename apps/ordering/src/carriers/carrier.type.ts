import { InvalidInputError } from '@platen/platform';
import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';

@ObjectType('Carrier', { simpleResolvers: true, description: 'Who carries parcels for a branch.' })
export class CarrierType {
  @Field(() => ID)
  id: string;
  @Field({ description: 'By which partners name it.' })
  key: string;
  @Field()
  name: string;
  @Field(() => String, { nullable: true, description: 'Where it tells where the parcel {number} is.' })
  trackingTemplate: string | null;
  @Field({ description: 'Not used any more; parcels of before keep it.' })
  retired: boolean;
}

@InputType()
export class SaveCarrierInput {
  @Field({ description: 'Lower-case letters, digits and hyphens, at most 40; an existing one is changed.' })
  key: string;
  @Field({ description: '1 to 60 characters.' })
  name: string;
  @Field(() => String, {
    nullable: true,
    description: 'An https address with {number} in its path or question; none: no link is shown.',
  })
  trackingTemplate?: string | null;
  @Field(() => Boolean, { nullable: true })
  retired?: boolean | null;
}

@ObjectType({ simpleResolvers: true })
export class SaveCarrierSuccess {
  @Field(() => CarrierType)
  carrier: CarrierType;
}

export const SaveCarrierResult = createUnionType({
  name: 'SaveCarrierResult',
  types: () => [SaveCarrierSuccess, InvalidInputError] as const,
});
