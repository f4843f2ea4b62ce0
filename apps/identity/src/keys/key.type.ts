import { IdempotencyConflictError, InvalidInputError, UserError, connectionOf } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';

export enum PartnerKeyKindEnum {
  PARTNER = 'PARTNER',
  COLLECTOR = 'COLLECTOR',
}
registerEnumType(PartnerKeyKindEnum, {
  name: 'PartnerKeyKind',
  description: 'PARTNER: a system that asks and orders. COLLECTOR: reads printers and hands in what it read.',
});

export enum PartnerKeyStateEnum {
  ACTIVE = 'ACTIVE',
  REPLACED = 'REPLACED',
  EXPIRED = 'EXPIRED',
  REVOKED = 'REVOKED',
}
registerEnumType(PartnerKeyStateEnum, {
  name: 'PartnerKeyState',
  description: 'REPLACED: has a successor and still opens until it expires.',
});

/** Another system's way in. The key itself is shown once, when it is made. Its customer is a field of the resolver. */
@ObjectType('PartnerKey', { simpleResolvers: true })
export class PartnerKeyType {
  @Field(() => ID, { description: 'Also the client_id at /oauth/token.' })
  id: string;
  @Field(() => PartnerKeyKindEnum)
  kind: string;
  @Field()
  name: string;
  @Field({ description: 'How the key begins, to tell it from others.' })
  prefix: string;
  @Field(() => [String], { description: "What it may do, for example 'order:read'." })
  scopes: readonly string[];
  @Field(() => PartnerKeyStateEnum)
  state: string;
  @Field()
  createdAt: Date;
  @Field(() => String, { nullable: true, description: 'Name; null for somebody whom you do not see.' })
  createdBy: string | null;
  @Field(() => Date, { nullable: true })
  expiresAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'To the minute. Null: never used.' })
  lastUsedAt: Date | null;
  @Field(() => Date, { nullable: true })
  revokedAt: Date | null;
  @Field(() => Int, { nullable: true, description: 'Null: the general limit.' })
  requestsPerMinute: number | null;
  @Field(() => Int, { nullable: true, description: 'Summed cost of its documents. Null: no sum is kept.' })
  costPerMinute: number | null;
  @Field()
  viewerCanRotate: boolean;
  @Field()
  viewerCanRevoke: boolean;

  customerId: string | null;
}

export const PartnerKeyConnection = connectionOf('PartnerKey', () => PartnerKeyType);

@InputType()
export class CreatePartnerKeyInput {
  @Field(() => PartnerKeyKindEnum, { nullable: true, description: 'Null: PARTNER.' })
  kind?: PartnerKeyKindEnum | null;
  @Field({ description: 'For people, 1 to 80 characters.' })
  name: string;
  @Field(() => [String], { description: 'Rights of partnerKeyScopes; none for a collector.' })
  scopes: string[];
  @Field(() => Date, { nullable: true, description: 'Null: until it is revoked.' })
  expiresAt?: Date | null;
  @Field(() => Int, { nullable: true, description: '1 to 60,000. Null: the general limit.' })
  requestsPerMinute?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: '1 to 10,000,000, as extensions.cost counts. Null: no sum.',
  })
  costPerMinute?: number | null;
  @Field(() => ID, {
    nullable: true,
    description: 'For staff: the customer whose key it is. Null: the branch.',
  })
  customerId?: string | null;
  @Field({ description: 'Your own mark of this call, 1 to 255 characters: a repeat makes no second key.' })
  idempotencyKey: string;
}

@InputType()
export class RotatePartnerKeyInput {
  @Field(() => ID)
  keyId: string;
  @Field(() => Int, { description: 'For how many hours the old key still opens, 0 to 720.' })
  overlapHours: number;
}

@InputType()
export class RevokePartnerKeyInput {
  @Field(() => ID)
  keyId: string;
}

@ObjectType({ simpleResolvers: true })
export class CreatePartnerKeySuccess {
  @Field(() => PartnerKeyType)
  key: PartnerKeyType;
  @Field(() => String, {
    nullable: true,
    description:
      'The key, shown this once. Null when the same call was answered before: revoke it and make another.',
  })
  secret: string | null;
}

@ObjectType({ simpleResolvers: true })
export class RotatePartnerKeySuccess {
  @Field(() => PartnerKeyType)
  key: PartnerKeyType;
  @Field({ description: 'The new key, shown this once.' })
  secret: string;
  @Field(() => PartnerKeyType)
  replaced: PartnerKeyType;
}

@ObjectType({ simpleResolvers: true })
export class RevokePartnerKeySuccess {
  @Field(() => PartnerKeyType)
  key: PartnerKeyType;
}

/** Unknown, or not yours to look after. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class PartnerKeyNotFoundError extends UserError {}

/** It was replaced, revoked or has expired: make a new one. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class PartnerKeyEndedError extends UserError {}

/** The key may do more than you, so its successor is not yours to hold. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class PartnerKeyRightsNotHeldError extends UserError {}

export const CreatePartnerKeyResult = createUnionType({
  name: 'CreatePartnerKeyResult',
  types: () => [CreatePartnerKeySuccess, InvalidInputError, IdempotencyConflictError] as const,
});

export const RotatePartnerKeyResult = createUnionType({
  name: 'RotatePartnerKeyResult',
  types: () =>
    [
      RotatePartnerKeySuccess,
      PartnerKeyNotFoundError,
      PartnerKeyEndedError,
      PartnerKeyRightsNotHeldError,
      InvalidInputError,
    ] as const,
});

export const RevokePartnerKeyResult = createUnionType({
  name: 'RevokePartnerKeyResult',
  types: () => [RevokePartnerKeySuccess, PartnerKeyNotFoundError] as const,
});
