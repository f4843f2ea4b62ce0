import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Fleet's device, of which this service knows the tickets only. */
@Directive('@key(fields: "id")')
@ObjectType('Device', { simpleResolvers: true })
export class DeviceType {
  @Field(() => ID)
  id: string;
}
