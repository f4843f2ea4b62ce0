import { IdempotencyConflictError, InvalidInputError } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { DeviceChangedMeanwhileError, DeviceNotFoundError } from './device-errors.type';
import { Device } from './device.type';

@InputType({ description: 'What is left out stays as it is; null empties it.' })
export class UpdateDeviceInput {
  @Field({ description: 'Same key, same change: it is made once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => ID)
  deviceId: string;
  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw: when somebody else changed the machine since, nothing is overwritten.',
  })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true })
  name?: string | null;
  @Field(() => String, { nullable: true })
  equipmentId?: string | null;
  @Field(() => String, { nullable: true })
  floor?: string | null;
  @Field(() => String, { nullable: true })
  room?: string | null;
  @Field(() => String, { nullable: true })
  department?: string | null;
  @Field(() => String, { nullable: true })
  costCentre?: string | null;
  @Field(() => String, { nullable: true })
  contactName?: string | null;
  @Field(() => String, { nullable: true })
  contactEmail?: string | null;
  @Field(() => String, { nullable: true })
  contactPhone?: string | null;
  @Field(() => String, { nullable: true, description: "The provider's people name it, nobody else." })
  contractNumber?: string | null;
}

@InputType()
export class SetDeviceMonitoredInput {
  @Field()
  idempotencyKey: string;
  @Field(() => ID)
  deviceId: string;
  @Field()
  monitored: boolean;
}

@ObjectType({ simpleResolvers: true })
export class ChangeDeviceSuccess {
  @Field(() => Device)
  device: Device;
}

export const ChangeDeviceResult = createUnionType({
  name: 'ChangeDeviceResult',
  types: () =>
    [
      ChangeDeviceSuccess,
      DeviceNotFoundError,
      DeviceChangedMeanwhileError,
      InvalidInputError,
      IdempotencyConflictError,
    ] as const,
});
