import { Field, ID, ObjectType } from 'type-graphql';
import { User } from '../people.type';

/** One fact of an entry: ids, settings and figures. */
@ObjectType({ simpleResolvers: true })
export class OrderEventFact {
  @Field()
  name: string;
  @Field()
  value: string;
}

/** Something that happened to an order. */
@ObjectType({ simpleResolvers: true })
export class OrderEvent {
  @Field(() => ID)
  id: string;
  @Field({ description: 'When it happened, which may be before it became known.' })
  happenedAt: Date;
  @Field({
    description: 'For example placed or shipped; kinds are added, so show what you do not know as it is.',
  })
  kind: string;
  @Field({
    description:
      'Who did it: user (somebody of the customer), staff, partner, or system for the product itself.',
  })
  actorKind: string;
  @Field(() => User, { nullable: true, description: 'The person, where you may see that person.' })
  actor: User | null;
  @Field(() => [OrderEventFact])
  facts: OrderEventFact[];
}
