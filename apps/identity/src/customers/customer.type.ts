import { connectionOf } from '@platen/platform';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** An organisation under contract: the tenant. Its branch is a field of the resolver. */
@Directive('@key(fields: "id")')
@ObjectType('Customer', { simpleResolvers: true })
export class CustomerType {
  @Field(() => ID)
  id: string;
  @Field({ description: 'As printed on invoices.' })
  number: string;
  @Field()
  name: string;

  branchId: string;
}

export const CustomerConnection = connectionOf('Customer', () => CustomerType);
