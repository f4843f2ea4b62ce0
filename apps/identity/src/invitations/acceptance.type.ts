import { DateTimeScalar, InvalidInputError, UserError } from '@platen/platform';
import { Field, InputType, ObjectType, createUnionType } from 'type-graphql';

/** An invitation as the invited person sees it, by the link in his mail. */
@ObjectType('OpenInvitation', { simpleResolvers: true })
export class OpenInvitationType {
  @Field({ description: 'The address that was invited: the sign-in name of the account.' })
  email: string;
  @Field({ description: 'it, nl or en.' })
  locale: string;
  @Field(() => String, { nullable: true, description: 'Null for the people of the branch itself.' })
  organisation: string | null;
  @Field()
  branchCode: string;
  @Field()
  brand: string;
  @Field()
  roleName: string;
  @Field(() => DateTimeScalar)
  expiresAt: Date;
  @Field(() => String, {
    nullable: true,
    description: 'As told in the application before, if there was one.',
  })
  firstName: string | null;
  @Field(() => String, { nullable: true })
  lastName: string | null;
  @Field(() => String, { nullable: true })
  phone: string | null;
}

@InputType({ description: 'Address, organisation, role and language stand in the invitation.' })
export class AcceptInvitationInput {
  @Field({ description: 'What follows # in the link.' })
  token: string;
  @Field()
  firstName: string;
  @Field()
  lastName: string;
  @Field()
  phone: string;
  @Field({ description: 'Taken as typed.' })
  password: string;
}

@ObjectType({ simpleResolvers: true })
export class AcceptInvitationSuccess {
  @Field({ description: 'The sign-in name from now on.' })
  email: string;
}

/** Used, replaced, revoked, too old or never made. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class InvitationGoneError extends UserError {}

/** Somebody signs in with this address already. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class AccountExistsError extends UserError {}

export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  types: () => [AcceptInvitationSuccess, InvitationGoneError, AccountExistsError, InvalidInputError] as const,
});
