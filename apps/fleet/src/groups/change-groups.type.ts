import { IdempotencyConflictError, InvalidInputError, UserError } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { DeviceNotFoundError } from '../devices/device-errors.type';
import { DeviceGroup } from './device-group.type';
import { GroupRuleInput } from './group-rule-input.type';

@InputType()
export class CreateDeviceGroupInput {
  @Field({ description: 'Same key, same group: it is made once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field({ description: '1 to 80 characters; no two groups of an organisation have one name.' })
  name: string;
  @Field(() => GroupRuleInput, {
    nullable: true,
    description: 'It fills itself by this rule, from now on and always. Left out: filled by hand.',
  })
  rule?: GroupRuleInput | null;
}

@InputType()
export class RenameDeviceGroupInput {
  @Field(() => ID)
  groupId: string;
  @Field({ description: '1 to 80 characters; no two groups of an organisation have one name.' })
  name: string;
}

@InputType()
export class DeleteDeviceGroupInput {
  @Field(() => ID)
  groupId: string;
}

@InputType({ description: 'At most 250 ids together.' })
export class ChangeGroupDevicesInput {
  @Field(() => ID)
  groupId: string;
  @Field(() => [ID], { nullable: true })
  add?: string[] | null;
  @Field(() => [ID], { nullable: true })
  remove?: string[] | null;
}

/** It fills itself by a rule: change the rule instead. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class GroupByRuleError extends UserError {}

/** Unknown, or not visible: nobody can tell which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class DeviceGroupNotFoundError extends UserError {}

@ObjectType({ simpleResolvers: true })
export class CreateDeviceGroupSuccess {
  @Field(() => DeviceGroup)
  group: DeviceGroup;
}

@ObjectType({ simpleResolvers: true })
export class RenameDeviceGroupSuccess {
  @Field(() => DeviceGroup)
  group: DeviceGroup;
}

@ObjectType({ simpleResolvers: true })
export class DeleteDeviceGroupSuccess {
  @Field(() => ID)
  groupId: string;
}

@ObjectType({ simpleResolvers: true })
export class ChangeGroupDevicesSuccess {
  @Field(() => DeviceGroup)
  group: DeviceGroup;
  @Field(() => Int, { description: 'Machines that were not in the group before.' })
  added: number;
  @Field(() => Int, { description: 'Machines that were in the group before.' })
  removed: number;
}

export const CreateDeviceGroupResult = createUnionType({
  name: 'CreateDeviceGroupResult',
  types: () => [CreateDeviceGroupSuccess, InvalidInputError, IdempotencyConflictError] as const,
});

export const RenameDeviceGroupResult = createUnionType({
  name: 'RenameDeviceGroupResult',
  types: () => [RenameDeviceGroupSuccess, DeviceGroupNotFoundError, InvalidInputError] as const,
});

export const DeleteDeviceGroupResult = createUnionType({
  name: 'DeleteDeviceGroupResult',
  types: () => [DeleteDeviceGroupSuccess, DeviceGroupNotFoundError] as const,
});

export const ChangeGroupDevicesResult = createUnionType({
  name: 'ChangeGroupDevicesResult',
  types: () =>
    [
      ChangeGroupDevicesSuccess,
      DeviceGroupNotFoundError,
      DeviceNotFoundError,
      GroupByRuleError,
      InvalidInputError,
    ] as const,
});
