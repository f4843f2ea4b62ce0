import { DateTimeScalar, connectionOf } from '@platen/platform';
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
  @Field({ description: 'Of its letters, where no person is written to: it, nl or en.' })
  locale: string;
  @Field(() => String, {
    nullable: true,
    description: 'Where confirmations go that no person asked for; null for who need not know it.',
  })
  notificationEmail: string | null;
  @Field(() => DateTimeScalar)
  createdAt: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when its people and keys have no access; null: they have.',
  })
  suspendedAt: Date | null;
  @Field()
  viewerCanManage: boolean;
  @Field()
  viewerCanChangeNotificationEmail: boolean;

  branchId: string;
}

export const CustomerConnection = connectionOf('Customer', () => CustomerType);
