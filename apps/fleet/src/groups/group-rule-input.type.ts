import { Field, ID, InputType } from 'type-graphql';

@InputType('GroupRuleInput', {
  description:
    'Inside one list any value fits, and all lists that hold values must fit. At most 100 values each.',
})
export class GroupRuleInput {
  @Field(() => [ID], { nullable: true, description: 'Locations of your organisation.' })
  siteIds?: string[] | null;
  @Field(() => [String], { nullable: true })
  makers?: string[] | null;
  @Field(() => [String], { nullable: true })
  models?: string[] | null;
  @Field(() => [String], { nullable: true })
  departments?: string[] | null;
  @Field(() => [String], { nullable: true })
  floors?: string[] | null;
}
