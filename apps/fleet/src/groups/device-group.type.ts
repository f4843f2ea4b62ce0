import { connectionOf } from '@platen/platform';
import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';

/** Which machines belong to a group by themselves: inside a list any value fits, and all lists with values must fit. */
@ObjectType({ simpleResolvers: true })
export class GroupRule {
  @Field(() => [ID])
  siteIds: string[];
  @Field(() => [String])
  makers: string[];
  @Field(() => [String])
  models: string[];
  @Field(() => [String])
  departments: string[];
  @Field(() => [String])
  floors: string[];
}

/** A set of machines that belong together: a floor, a department, a contract. */
@ObjectType('DeviceGroup', { simpleResolvers: true })
export class DeviceGroup {
  @Field(() => ID)
  id: string;
  @Field()
  name: string;
  @Field(() => GroupRule, {
    nullable: true,
    description: 'By which it fills itself; null for a group filled by hand.',
  })
  rule: GroupRule | null;
}

export const DeviceGroupConnection = connectionOf('DeviceGroup', () => DeviceGroup);

@InputType('DeviceGroupFilter')
export class DeviceGroupFilterInput {
  @Field(() => String, { nullable: true, description: 'Part of the name; at most 80 characters.' })
  search?: string | null;
  @Field(() => ID, { nullable: true, description: 'Groups given to this person; for those who assign them.' })
  userId?: string | null;
}

/** Identity's person, of whom this service knows the id alone. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('User', { simpleResolvers: true })
export class User {
  @Field(() => ID)
  id: string;
}

/** Somebody to whom a group is given. */
@ObjectType({ simpleResolvers: true })
export class GroupUser {
  @Field(() => ID)
  userId: string;
  @Field(() => User, { nullable: true, description: 'Null where the person is gone.' })
  user: User;
}

export const GroupUserConnection = connectionOf('GroupUser', () => GroupUser);
