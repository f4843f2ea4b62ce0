import { Field, ID, ObjectType } from 'type-graphql';

/** A named set of rights; how many people have it is a field of the resolver. */
@ObjectType('Role', { simpleResolvers: true })
export class RoleType {
  @Field(() => ID)
  id: string;
  @Field({ description: "As stored: a given role's name is in English, its words are the reader's." })
  name: string;
  @Field(() => [String], { description: "What it lets people do, for example 'order:read'." })
  rights: readonly string[];
  @Field({ description: 'Handed out with the product: cannot be renamed, changed or deleted.' })
  given: boolean;
  @Field()
  viewerCanUpdate: boolean;
  @Field({ description: 'Nobody gives a role with a right that he does not have himself.' })
  viewerCanGive: boolean;

  branchId: string;
  customerId: string | null;
}
