import { UserError, connectionOf } from '@platen/platform';
import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';

/** A machine that a collector found and nobody registered. */
@ObjectType('UnknownDevice', { simpleResolvers: true })
export class UnknownDevice {
  @Field(() => ID)
  id: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Null: found with a key that is bound to no organisation.',
  })
  customerId: string | null;
  @Field(() => String, { nullable: true })
  serialNumber: string | null;
  @Field({ description: 'Where it answers in its network.' })
  address: string;
  @Field(() => String, { nullable: true })
  maker: string | null;
  @Field(() => String, { nullable: true })
  model: string | null;
  @Field(() => String, { nullable: true })
  name: string | null;
  @Field(() => Date)
  firstSeenAt: Date;
  @Field(() => Date)
  lastSeenAt: Date;
  @Field(() => Date, { nullable: true, description: 'Since when it is put aside.' })
  dismissedAt: Date | null;
}

export const UnknownDeviceConnection = connectionOf('UnknownDevice', () => UnknownDevice);

@InputType()
export class DismissUnknownDeviceInput {
  @Field(() => ID)
  unknownDeviceId: string;
  @Field({ description: 'False takes it back.' })
  dismissed: boolean;
}

@ObjectType({ simpleResolvers: true })
export class DismissUnknownDeviceSuccess {
  @Field(() => UnknownDevice)
  unknownDevice: UnknownDevice;
}

@ObjectType({ implements: UserError, simpleResolvers: true })
export class UnknownDeviceNotFoundError extends UserError {}

export const DismissUnknownDeviceResult = createUnionType({
  name: 'DismissUnknownDeviceResult',
  types: () => [DismissUnknownDeviceSuccess, UnknownDeviceNotFoundError] as const,
});
