import { InvalidInputError } from '@platen/platform';
import { Field, InputType, ObjectType, createUnionType } from 'type-graphql';
import { UserType } from '../users/user.type';

/** What only its owner sees of an account. */
@ObjectType('MyAccount', { simpleResolvers: true })
export class MyAccountType {
  @Field(() => String, {
    nullable: true,
    description: 'An address that is to become the sign-in name once it is confirmed.',
  })
  waitingEmail: string | null;
  @Field({ description: 'Whether a mail says so when the machines change that one sees.' })
  tellsDevicesChanged: boolean;
}

@InputType()
export class UpdateMyNoticesInput {
  @Field()
  devicesChanged: boolean;
}

@ObjectType({ simpleResolvers: true })
export class UpdateMyNoticesSuccess {
  @Field()
  devicesChanged: boolean;
}

export const UpdateMyNoticesResult = createUnionType({
  name: 'UpdateMyNoticesResult',
  types: () => [UpdateMyNoticesSuccess] as const,
});

@InputType()
export class UpdateMyProfileInput {
  @Field()
  firstName: string;
  @Field()
  lastName: string;
  @Field()
  phone: string;
}

@ObjectType({ simpleResolvers: true })
export class UpdateMyProfileSuccess {
  @Field(() => UserType)
  user: UserType;
}

export const UpdateMyProfileResult = createUnionType({
  name: 'UpdateMyProfileResult',
  types: () => [UpdateMyProfileSuccess, InvalidInputError] as const,
});
