import { DateScalar, connectionOf } from '@platen/platform';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Invoice } from './invoice.service';
import { MoneyType } from './money.type';

/** Values as the service says them. */
export const InvoiceStatusEnum = {
  ISSUED: 'issued',
  PAID: 'paid',
  OVERDUE: 'overdue',
  CANCELLED: 'cancelled',
} as const satisfies Record<string, Invoice['status']>;
registerEnumType(InvoiceStatusEnum, { name: 'InvoiceStatus' });

/** A bill to a customer. */
@Directive('@key(fields: "id")')
@ObjectType('Invoice', { simpleResolvers: true })
export class InvoiceType {
  @Field(() => ID)
  id: string;
  @Field()
  number: string;
  @Field(() => DateScalar)
  issuedOn: string;
  @Field(() => DateScalar)
  dueOn: string;
  @Field(() => MoneyType, { description: 'With VAT.' })
  total: MoneyType;
  @Field(() => InvoiceStatusEnum)
  status: Invoice['status'];
}

export const InvoiceConnection = connectionOf('Invoice', () => InvoiceType);
