import type { SupplyClass, SupplyColor, SupplyKind } from '@platen/contracts';
import { IdempotencyConflictError, InvalidInputError, UserError, connectionOf } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { SupplyClassEnum, SupplyColorEnum, SupplyKindEnum } from '../enums';

/** A place for a supply in every machine of a model. */
@ObjectType({ simpleResolvers: true })
export class ModelSupplySlot {
  @Field({ description: 'As the machines number it, for example 1.1.' })
  slot: string;
  @Field(() => SupplyKindEnum)
  kind: SupplyKind;
  @Field(() => SupplyColorEnum)
  color: SupplyColor;
  @Field(() => SupplyClassEnum)
  class: SupplyClass;
  @Field()
  description: string;
}

/** What the provider knows of a model: what it can do, holds and counts. */
@ObjectType('DeviceModel', { simpleResolvers: true })
export class DeviceModel {
  @Field(() => ID)
  id: string;
  @Field()
  maker: string;
  @Field()
  model: string;
  @Field()
  color: boolean;
  @Field()
  a3: boolean;
  @Field(() => Int, { nullable: true, description: 'Recommended impressions a month, at least.' })
  monthlyFrom: number | null;
  @Field(() => Int, { nullable: true, description: 'Recommended impressions a month, at most.' })
  monthlyTo: number | null;
  @Field(() => [ModelSupplySlot])
  slots: readonly ModelSupplySlot[];
  @Field(() => [String], { description: 'Kinds of its counters, for example total, mono, color.' })
  meterKinds: readonly string[];
}

export const DeviceModelConnection = connectionOf('DeviceModel', () => DeviceModel);

@InputType()
export class ModelSupplySlotInput {
  @Field({ description: 'Letters, digits, dots and hyphens; at most 20.' })
  slot: string;
  @Field(() => SupplyKindEnum)
  kind: SupplyKind;
  @Field(() => SupplyColorEnum)
  color: SupplyColor;
  @Field(() => SupplyClassEnum)
  class: SupplyClass;
  @Field()
  description: string;
}

@InputType()
export class DeviceModelFactsInput {
  @Field({ description: '1 to 120 characters.' })
  maker: string;
  @Field({ description: '1 to 120 characters, without the maker.' })
  model: string;
  @Field()
  color: boolean;
  @Field()
  a3: boolean;
  @Field(() => Int, { nullable: true, description: 'Both volumes or neither.' })
  monthlyFrom?: number | null;
  @Field(() => Int, { nullable: true })
  monthlyTo?: number | null;
  @Field(() => [ModelSupplySlotInput], { description: 'At most 30.' })
  slots: ModelSupplySlotInput[];
  @Field(() => [String], { description: 'At most 30; small letters, digits and underscores.' })
  meterKinds: string[];
}

@InputType()
export class CreateDeviceModelInput {
  @Field({ description: 'Same key, same model: it is made once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => DeviceModelFactsInput)
  facts: DeviceModelFactsInput;
}

@InputType()
export class UpdateDeviceModelInput {
  @Field(() => ID)
  modelId: string;
  @Field(() => DeviceModelFactsInput)
  facts: DeviceModelFactsInput;
}

@InputType()
export class DeleteDeviceModelInput {
  @Field(() => ID)
  modelId: string;
}

@ObjectType({ implements: UserError, simpleResolvers: true })
export class DeviceModelNotFoundError extends UserError {}

/** The catalogue has this maker and model already, perhaps written otherwise. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class DeviceModelTakenError extends UserError {
  @Field(() => ID)
  modelId: string;
}

@ObjectType({ simpleResolvers: true })
export class CreateDeviceModelSuccess {
  @Field(() => DeviceModel)
  model: DeviceModel;
}

@ObjectType({ simpleResolvers: true })
export class UpdateDeviceModelSuccess {
  @Field(() => DeviceModel)
  model: DeviceModel;
}

@ObjectType({ simpleResolvers: true })
export class DeleteDeviceModelSuccess {
  @Field(() => ID)
  modelId: string;
}

export const CreateDeviceModelResult = createUnionType({
  name: 'CreateDeviceModelResult',
  types: () =>
    [CreateDeviceModelSuccess, DeviceModelTakenError, InvalidInputError, IdempotencyConflictError] as const,
});

export const UpdateDeviceModelResult = createUnionType({
  name: 'UpdateDeviceModelResult',
  types: () =>
    [UpdateDeviceModelSuccess, DeviceModelNotFoundError, DeviceModelTakenError, InvalidInputError] as const,
});

export const DeleteDeviceModelResult = createUnionType({
  name: 'DeleteDeviceModelResult',
  types: () => [DeleteDeviceModelSuccess, DeviceModelNotFoundError] as const,
});
