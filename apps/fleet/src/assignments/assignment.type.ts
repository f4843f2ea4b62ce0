import { InvalidInputError, UserError } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { DeviceNotFoundError } from '../devices/device-errors.type';
import { DeviceGroupNotFoundError } from '../groups/change-groups.type';

@InputType({ description: 'At most 250 ids together.' })
export class ChangeUserDevicesInput {
  @Field(() => ID)
  userId: string;
  @Field(() => [ID], { nullable: true })
  add?: string[] | null;
  @Field(() => [ID], { nullable: true })
  remove?: string[] | null;
}

@InputType({ description: 'At most 250 ids together.' })
export class ChangeUserGroupsInput {
  @Field(() => ID)
  userId: string;
  @Field(() => [ID], { nullable: true })
  add?: string[] | null;
  @Field(() => [ID], { nullable: true })
  remove?: string[] | null;
}

@InputType({ description: 'At most 250 ids together.' })
export class ChangeGroupUsersInput {
  @Field(() => ID)
  groupId: string;
  @Field(() => [ID], { nullable: true, description: 'People of your organisation.' })
  add?: string[] | null;
  @Field(() => [ID], { nullable: true })
  remove?: string[] | null;
}

/** Who sees only some machines cannot change what he sees himself. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class OwnAssignmentError extends UserError {}

/** The people concerned are told by mail what came and went. */
@ObjectType({ simpleResolvers: true })
export class ChangeAssignmentsSuccess {
  @Field(() => Int, { description: 'Assignments that were not there before.' })
  added: number;
  @Field(() => Int, { description: 'Assignments that were there before.' })
  removed: number;
}

export const ChangeAssignmentsResult = createUnionType({
  name: 'ChangeAssignmentsResult',
  types: () =>
    [
      ChangeAssignmentsSuccess,
      DeviceGroupNotFoundError,
      DeviceNotFoundError,
      OwnAssignmentError,
      InvalidInputError,
    ] as const,
});
