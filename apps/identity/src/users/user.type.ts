import { InvalidInputError } from '@platen/platform';
import { Directive, Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';

/** A person who signs in. */
@Directive('@key(fields: "id")')
@ObjectType('User', { simpleResolvers: true })
export class UserType {
  @Field(() => ID)
  id: string;
  @Field()
  email: string;
  @Field()
  firstName: string;
  @Field()
  lastName: string;
  @Field(() => String, { nullable: true })
  phone: string | null;
  @Field()
  locale: string;
  @Field()
  roleName: string;
}

@InputType()
export class UpdateMyLocaleInput {
  @Field({ description: 'it, nl or en.' })
  locale: string;
}

@ObjectType({ simpleResolvers: true })
export class UpdateMyLocaleSuccess {
  @Field(() => UserType)
  user: UserType;
}

export const UpdateMyLocaleResult = createUnionType({
  name: 'UpdateMyLocaleResult',
  types: () => [UpdateMyLocaleSuccess, InvalidInputError] as const,
});
