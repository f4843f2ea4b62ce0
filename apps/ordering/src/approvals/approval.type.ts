import { InvalidInputError, UserError } from '@platen/platform';
import { Field, Float, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { OrderActNotPossibleError, OrderNotFoundError } from '../orders/order-errors.type';
import { SupplyOrderType } from '../orders/order.type';

@InputType()
export class ApproveOrderInput {
  @Field(() => ID)
  orderId: string;
}

@InputType()
export class DeclineOrderInput {
  @Field(() => ID)
  orderId: string;
  @Field({ description: 'For the person who ordered; at most 500 characters.' })
  reason: string;
}

/** Nobody approves what he ordered himself. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class OwnOrderError extends UserError {}

@ObjectType({ simpleResolvers: true })
export class DecideOrderSuccess {
  @Field(() => SupplyOrderType, { nullable: true })
  order: SupplyOrderType | null;
}

export const DecideOrderResult = createUnionType({
  name: 'DecideOrderResult',
  types: () =>
    [
      DecideOrderSuccess,
      OrderNotFoundError,
      OrderActNotPossibleError,
      OwnOrderError,
      InvalidInputError,
    ] as const,
});

@ObjectType('ApprovalRule', {
  simpleResolvers: true,
  description: 'When orders of your people wait for an approval.',
})
export class ApprovalRuleType {
  @Field({ description: 'Every order of somebody who may not approve orders.' })
  always: boolean;
  @Field(() => Int, { nullable: true, description: 'Requests of more pieces than this.' })
  aboveQuantity: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Requests that cost more than this, in minor units (cents); articles without price count nothing.',
  })
  aboveAmountMinor: number | null;
}

@InputType()
export class ChangeApprovalRuleInput {
  @Field()
  always: boolean;
  @Field(() => Int, { nullable: true })
  aboveQuantity?: number | null;
  @Field(() => Float, { nullable: true })
  aboveAmountMinor?: number | null;
}

@ObjectType({ simpleResolvers: true })
export class ChangeApprovalRuleSuccess {
  @Field(() => ApprovalRuleType)
  rule: ApprovalRuleType;
}

export const ChangeApprovalRuleResult = createUnionType({
  name: 'ChangeApprovalRuleResult',
  types: () => [ChangeApprovalRuleSuccess, InvalidInputError] as const,
});
