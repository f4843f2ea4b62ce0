import { CountScalar, InvalidInputError } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { Device } from '../devices/device.type';
import { DeviceGroupNotFoundError } from './change-groups.type';
import { DeviceGroup } from './device-group.type';
import { GroupRuleInput } from './group-rule-input.type';

@InputType()
export class ChangeGroupRuleInput {
  @Field(() => ID)
  groupId: string;
  @Field(() => GroupRuleInput, {
    nullable: true,
    description: 'Null: from now on by hand, with the machines that are in it.',
  })
  rule?: GroupRuleInput | null;
}

@ObjectType({ simpleResolvers: true })
export class ChangeGroupRuleSuccess {
  @Field(() => DeviceGroup)
  group: DeviceGroup;
  @Field(() => Int, { description: 'Machines that were not in the group before.' })
  added: number;
  @Field(() => Int, { description: 'Machines that were in the group before.' })
  removed: number;
}

export const ChangeGroupRuleResult = createUnionType({
  name: 'ChangeGroupRuleResult',
  types: () => [ChangeGroupRuleSuccess, DeviceGroupNotFoundError, InvalidInputError] as const,
});

/** What a rule would gather now. */
@ObjectType({ simpleResolvers: true })
export class GroupRulePreview {
  @Field(() => CountScalar, { nullable: true, description: 'Machines in use; null above 10,000.' })
  count: number | null;
  @Field(() => [Device], { description: 'The first 20 by name.' })
  devices: Device[];
}

/** Values that the machines you see have, each once; at most 200 of a kind. */
@ObjectType({ simpleResolvers: true })
export class DeviceChoices {
  @Field(() => [String])
  makers: string[];
  @Field(() => [String])
  models: string[];
  @Field(() => [String])
  departments: string[];
  @Field(() => [String])
  floors: string[];
}
