import { CountScalar, IdempotencyConflictError, InvalidInputError, UserError } from '@platen/platform';
import { Field, ID, InputType, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { Device } from '../devices/device.type';
import { SiteNotFoundError } from '../devices/device-errors.type';
import { OrganisationNotFoundError } from '../sites/change-sites.type';

export const RegisteredLifecycleEnum = { PLANNED: 'planned', INSTALLED: 'installed' } as const;
registerEnumType(RegisteredLifecycleEnum, { name: 'RegisteredLifecycle' });

@InputType()
export class StartMeterInput {
  @Field({ description: 'For example total, mono, color.' })
  kind: string;
  @Field(() => CountScalar)
  value: number;
}

@InputType({ description: 'Texts of 60 to 254 characters, without control characters and formulas.' })
export class RegisterDeviceInput {
  @Field({ description: 'Same key, same machine: it is registered once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => ID)
  customerId: string;
  @Field(() => ID)
  siteId: string;
  @Field({ description: 'No two machines in use of a branch have one.' })
  serialNumber: string;
  @Field()
  maker: string;
  @Field()
  model: string;
  @Field()
  name: string;
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
  @Field(() => String, { nullable: true })
  contractNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'yyyy-mm-dd' })
  installedOn?: string | null;
  @Field({ description: 'False: its supplies and counters come from the catalogue of models.' })
  monitored: boolean;
  @Field(() => RegisteredLifecycleEnum)
  lifecycle: 'planned' | 'installed';
  @Field(() => [StartMeterInput], { nullable: true, description: 'Its counters now.' })
  startMeters?: StartMeterInput[] | null;
}

@ObjectType({ simpleResolvers: true })
export class RegisterDeviceSuccess {
  @Field(() => Device)
  device: Device;
}

/** Another machine in use has the serial number. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class SerialTakenError extends UserError {
  @Field(() => ID)
  deviceId: string;
}

@ObjectType({ simpleResolvers: true })
export class RegisterPiece {
  @Field({ description: 'CSV; put the pieces one behind the other.' })
  content: string;
  @Field(() => ID, { nullable: true, description: 'Ask with it for the next piece; null at the end.' })
  next: string | null;
}

export const RegisterDeviceResult = createUnionType({
  name: 'RegisterDeviceResult',
  types: () =>
    [
      RegisterDeviceSuccess,
      OrganisationNotFoundError,
      SiteNotFoundError,
      SerialTakenError,
      InvalidInputError,
      IdempotencyConflictError,
    ] as const,
});
