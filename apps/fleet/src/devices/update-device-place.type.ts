import { IdempotencyConflictError, InvalidInputError, UserError } from '@platen/platform';
import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';
import { Device } from './device.type';

@InputType({ description: 'What is left out stays as it is. A floor or room of null is emptied.' })
export class UpdateDevicePlaceInput {
  @Field({ description: 'Same key, same change: it is made once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => ID)
  deviceId: string;
  @Field(() => String, { nullable: true })
  name?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => String, { nullable: true })
  floor?: string | null;
  @Field(() => String, { nullable: true })
  room?: string | null;
}

@ObjectType({ simpleResolvers: true })
export class UpdateDevicePlaceSuccess {
  @Field(() => Device)
  device: Device;
}

/** Unknown, or not visible: nobody can tell which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class DeviceNotFoundError extends UserError {}

/** No such location in the machine's organisation. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class SiteNotFoundError extends UserError {}

export const UpdateDevicePlaceResult = createUnionType({
  name: 'UpdateDevicePlaceResult',
  types: () =>
    [
      UpdateDevicePlaceSuccess,
      DeviceNotFoundError,
      SiteNotFoundError,
      InvalidInputError,
      IdempotencyConflictError,
    ] as const,
});
