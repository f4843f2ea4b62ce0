import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Identity's person, of whom this service knows the id alone. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('User', { simpleResolvers: true })
export class User {
  @Field(() => ID)
  id: string;
}

/** Identity's customer, of whom this service shows the id alone. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Customer', { simpleResolvers: true })
export class Customer {
  @Field(() => ID)
  id: string;
}
