import { DateTimeScalar, InvalidInputError } from '@platen/platform';
import { Field, InputType, ObjectType, createUnionType } from 'type-graphql';
import { LinkInvalidError } from '../users/link-invalid.type';

/** An address that was asked to confirm that it wants an organisation's messages. */
@ObjectType('PendingAddress', { simpleResolvers: true })
export class PendingAddressType {
  @Field()
  email: string;
  @Field(() => DateTimeScalar, { description: 'Until then the link works.' })
  expiresAt: Date;
}

@InputType()
export class RequestNotificationEmailChangeInput {
  @Field()
  email: string;
}

@ObjectType({ simpleResolvers: true })
export class RequestNotificationEmailChangeSuccess {
  @Field(() => PendingAddressType)
  pending: PendingAddressType;
}

export const RequestNotificationEmailChangeResult = createUnionType({
  name: 'RequestNotificationEmailChangeResult',
  types: () => [RequestNotificationEmailChangeSuccess, InvalidInputError] as const,
});

@ObjectType({ simpleResolvers: true })
export class CancelNotificationEmailChangeSuccess {
  @Field()
  ok: boolean;
}

@InputType()
export class ConfirmNotificationEmailInput {
  @Field({ description: 'From the link in the letter.' })
  token: string;
}

@ObjectType({ simpleResolvers: true })
export class ConfirmNotificationEmailSuccess {
  @Field()
  email: string;
  @Field({ description: 'Whose messages go there from now on.' })
  organisation: string;
}

export const ConfirmNotificationEmailResult = createUnionType({
  name: 'ConfirmNotificationEmailResult',
  types: () => [ConfirmNotificationEmailSuccess, LinkInvalidError] as const,
});
