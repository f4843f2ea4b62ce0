import { IdempotencyConflictError, InvalidInputError, UserError } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { enumOf } from '../enum-of';
import { OrderActNotPossibleError, OrderNotFoundError } from '../orders/order-errors.type';
import { SupplyOrderType } from '../orders/order.type';
import { type ReturnReason, type ReturnState, returnReasons, returnStates } from './return-state';

export const ReturnReasonEnum = enumOf(returnReasons);
registerEnumType(ReturnReasonEnum, { name: 'ReturnReason' });
export const ReturnStateEnum = enumOf(returnStates);
registerEnumType(ReturnStateEnum, { name: 'ReturnState' });

@ObjectType('OrderReturn', { simpleResolvers: true, description: 'Goods of an order that go back.' })
export class OrderReturnType {
  @Field(() => ID)
  id: string;
  @Field({ description: 'To be written on the parcel, for example 510001-R1.' })
  number: string;
  @Field(() => ReturnReasonEnum)
  reason: ReturnReason;
  @Field(() => ID, { nullable: true, description: 'The line of the order; null for empties.' })
  lineId: string | null;
  @Field(() => Int)
  quantity: number;
  @Field(() => String, { nullable: true, description: 'In the words of who asked.' })
  note: string | null;
  @Field(() => ReturnStateEnum)
  state: ReturnState;
  @Field(() => String, {
    nullable: true,
    description: 'What the branch says: how it is picked up, or why not.',
  })
  answer: string | null;
  @Field()
  requestedAt: Date;
  @Field({ description: "Text for a label on the parcel, line by line, in the branch's language." })
  label: string;
}

@InputType()
export class RequestReturnInput {
  @Field({ description: 'Same key, same return: it is asked for once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => ID)
  orderId: string;
  @Field(() => ReturnReasonEnum)
  reason: ReturnReason;
  @Field(() => ID, { nullable: true, description: 'Which line of the order; not needed for empties.' })
  lineId?: string | null;
  @Field(() => Int)
  quantity: number;
  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  note?: string | null;
}

@InputType()
export class AnswerReturnInput {
  @Field(() => ID)
  returnId: string;
  @Field(() => ReturnStateEnum)
  state: ReturnState;
  @Field(() => String, {
    nullable: true,
    description: 'How it is picked up, or why not; at most 500 characters. Left out it stays.',
  })
  answer?: string | null;
}

/** Not possible in the state in which the return is now. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class ReturnActNotPossibleError extends UserError {
  @Field(() => ReturnStateEnum)
  state: ReturnState;
}

@ObjectType({ simpleResolvers: true })
export class OrderReturnSuccess {
  @Field(() => SupplyOrderType, { nullable: true, description: 'Null where you may not read orders.' })
  order: SupplyOrderType | null;
}

export const RequestReturnResult = createUnionType({
  name: 'RequestReturnResult',
  types: () =>
    [
      OrderReturnSuccess,
      OrderNotFoundError,
      OrderActNotPossibleError,
      InvalidInputError,
      IdempotencyConflictError,
    ] as const,
});

export const AnswerReturnResult = createUnionType({
  name: 'AnswerReturnResult',
  types: () =>
    [OrderReturnSuccess, OrderNotFoundError, ReturnActNotPossibleError, InvalidInputError] as const,
});
