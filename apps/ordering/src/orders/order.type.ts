import { CountScalar, DateScalar, connectionOf } from '@platen/platform';
import { Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ApprovalReason } from '../approvals/approval-rule';
import { ArticleType } from '../articles/article.type';
import { enumOf } from '../enum-of';
import { Customer } from '../people.type';
import { type OrderStatus, orderStatuses } from './order-status';

export const OrderStatusEnum = enumOf(orderStatuses);
registerEnumType(OrderStatusEnum, { name: 'OrderStatus' });

/** A device of fleet, with what ordering adds to it. */
@Directive('@key(fields: "id")')
@ObjectType('Device', { simpleResolvers: true })
export class OrderedDevice {
  @Field(() => ID)
  id: string;
}

@ObjectType('OrderReason', { simpleResolvers: true, description: 'Why the engine placed an order.' })
export class OrderReasonType {
  @Field({ description: 'Stable, for programs.' })
  code: string;
  @Field({ description: "The same for people, in the viewer's language." })
  text: string;
  @Field()
  decidedAt: Date;
  @Field(() => Float, { nullable: true, description: 'Level in percent that led to the decision.' })
  levelPercent: number | null;
}

@ObjectType('OrderLine', { simpleResolvers: true })
export class OrderLineType {
  @Field(() => ID)
  id: string;
  @Field(() => ArticleType)
  article: ArticleType;
  @Field(() => Int)
  quantity: number;
  @Field(() => String, { nullable: true, description: 'The supply it is for, by its place in the device.' })
  supplySlot: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType('SupplyOrder', { simpleResolvers: true, description: 'An order of supplies for one device.' })
export class SupplyOrderType {
  @Field(() => ID)
  id: string;
  /** not shown: whose settings hold for it */
  branchId: string;
  @Field({ description: 'Reference number, as in the confirmation mail.' })
  number: string;
  @Field(() => OrderStatusEnum)
  status: OrderStatus;
  @Field({ description: 'Placed by the engine for a monitored device, not by a person.' })
  automatic: boolean;
  @Field({ description: 'When it was registered; the expected day counts from here.' })
  placedAt: Date;
  @Field(() => DateScalar, { description: 'An estimate, not a promise.' })
  expectedOn: string;
  @Field()
  deliveryAddress: string;
  @Field(() => String, { nullable: true, description: 'What the branch says about it.' })
  note: string | null;
  @Field(() => ID, { nullable: true, description: 'The same for what a person ordered together.' })
  batchId: string | null;
  @Field(() => String, { nullable: true })
  costCentre: string | null;
  @Field(() => String, { nullable: true, description: "The customer's purchase order." })
  poNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Who receives it.' })
  contactName: string | null;
  @Field(() => String, { nullable: true, description: 'For who delivers.' })
  deliveryInstructions: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was declined, in the words of who did.' })
  declineReason: string | null;
  /** not shown: names are identity's */
  placedBy: string | null;
  approvalCode: ApprovalReason | null;
  @Field(() => OrderReasonType, { nullable: true, description: 'Null for orders that people placed.' })
  reason: OrderReasonType | null;
  @Field(() => OrderedDevice, { nullable: true })
  device: OrderedDevice | null;
  @Field(() => Customer, { nullable: true })
  customer: Customer | null;
}

export const SupplyOrderConnection = connectionOf('SupplyOrder', () => SupplyOrderType);

@ObjectType({ simpleResolvers: true })
export class OrderSummary {
  @Field(() => CountScalar, { description: 'Orders on their way to the customer.' })
  underWay: number;
}

@InputType('OrderFilter')
export class OrderFilterInput {
  @Field(() => [OrderStatusEnum], { nullable: true })
  statuses?: OrderStatus[] | null;
  @Field(() => ID, { nullable: true })
  deviceId?: string | null;
  @Field(() => ID, { nullable: true, description: 'What was ordered together.' })
  batchId?: string | null;
  @Field(() => ID, { nullable: true, description: 'For staff: orders of this customer.' })
  customerId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: under way and expected before today. False: all others.',
  })
  late?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  automatic?: boolean | null;
  @Field(() => String, {
    nullable: true,
    description: "Part of the order's number, or of the device's name or serial number.",
  })
  search?: string | null;
}
