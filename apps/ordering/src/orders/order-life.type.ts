import { DateScalar, InvalidInputError } from '@platen/platform';
import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';
import { OrderActNotPossibleError, OrderNotFoundError, OrderPastSelfServiceError } from './order-errors.type';
import type { OrderStatus } from './order-status';
import { OrderStatusEnum, SupplyOrderType } from './order.type';

@InputType()
export class ChangeOrderStatusInput {
  @Field(() => ID)
  orderId: string;
  @Field(() => OrderStatusEnum, { description: 'Where it stands now; the same again changes nothing.' })
  status: OrderStatus;
  @Field(() => String, {
    nullable: true,
    description:
      'What the customer is told; left out it stays, empty it is taken back. At most 500 characters.',
  })
  note?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Today or later; left out it stays.' })
  expectedOn?: string | null;
}

@ObjectType({ simpleResolvers: true })
export class ChangeOrderStatusSuccess {
  @Field(() => SupplyOrderType, { nullable: true, description: 'Null where you may not read orders.' })
  order: SupplyOrderType | null;
}

export const ChangeOrderStatusResult = createUnionType({
  name: 'ChangeOrderStatusResult',
  types: () =>
    [ChangeOrderStatusSuccess, OrderNotFoundError, OrderActNotPossibleError, InvalidInputError] as const,
});

@InputType()
export class CancelOrderInput {
  @Field(() => ID)
  orderId: string;
}

@ObjectType({ simpleResolvers: true })
export class CancelOrderSuccess {
  @Field(() => SupplyOrderType, { nullable: true, description: 'Null where you may not read orders.' })
  order: SupplyOrderType | null;
}

export const CancelOrderResult = createUnionType({
  name: 'CancelOrderResult',
  types: () =>
    [CancelOrderSuccess, OrderNotFoundError, OrderActNotPossibleError, OrderPastSelfServiceError] as const,
});
