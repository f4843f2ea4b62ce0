import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { message } from '../messages/message';
import { toActError, toInvalidInputError, toNotFoundError } from '../orders/order-errors.mapping';
import { orderLoader } from '../orders/order.loader';
import type { OrderService } from '../orders/order.service';
import { SupplyOrderType } from '../orders/order.type';
import type { ApprovalRuleService } from './approval-rules';
import type { ApprovalService, DecisionOutcome } from './approval.service';
import {
  ApprovalRuleType,
  ApproveOrderInput,
  ChangeApprovalRuleInput,
  ChangeApprovalRuleResult,
  ChangeApprovalRuleSuccess,
  DeclineOrderInput,
  DecideOrderResult,
  DecideOrderSuccess,
  OwnOrderError,
} from './approval.type';

/** Orders that wait for an approval, and when they have to. */
@Resolver(() => SupplyOrderType)
export class ApprovalResolver {
  constructor(
    private readonly approvals: ApprovalService,
    private readonly rules: ApprovalRuleService,
    private readonly orders: OrderService,
  ) {}

  @Authorized('order:approve')
  @Mutation(() => DecideOrderResult, {
    description: 'Registers an order that waits; nobody approves his own.',
  })
  async approveOrder(
    @Arg('input', () => ApproveOrderInput) { orderId }: ApproveOrderInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof DecideOrderResult> {
    return this.answer(await this.approvals.approve(context.actor, orderId), context);
  }

  @Authorized('order:approve')
  @Mutation(() => DecideOrderResult, { description: 'Ends an order that waits, with words for who ordered.' })
  async declineOrder(
    @Arg('input', () => DeclineOrderInput) { orderId, reason }: DeclineOrderInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof DecideOrderResult> {
    return this.answer(await this.approvals.decline(context.actor, orderId, reason), context);
  }

  @Authorized('user:manage')
  @Query(() => ApprovalRuleType, { nullable: true, description: "Your organisation's own; null for staff." })
  approvalRule(@Ctx() { actor }: GraphqlContext): Promise<ApprovalRuleType | null> {
    return this.rules.own(actor);
  }

  @Authorized('user:manage')
  @Mutation(() => ChangeApprovalRuleResult, { description: 'Orders that wait already go on waiting.' })
  async changeApprovalRule(
    @Arg('input', () => ChangeApprovalRuleInput) input: ChangeApprovalRuleInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof ChangeApprovalRuleResult> {
    const { always, aboveQuantity = null, aboveAmountMinor = null } = input;
    const outcome = await this.rules.change(actor, { always, aboveQuantity, aboveAmountMinor });
    return outcome.ok
      ? Object.assign(new ChangeApprovalRuleSuccess(), { rule: outcome.value })
      : toInvalidInputError(outcome.failure, actor.locale);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it waits for an approval that you may give.' })
  canDecide(@Root() order: SupplyOrderType, @Ctx() { actor }: GraphqlContext): boolean {
    const own = actor.id !== null && order.placedBy === actor.id;
    return order.status === 'awaiting_approval' && actor.rights.has('order:approve') && !own;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Why it has or had to be approved, in the viewer's language.",
  })
  approvalReason(@Root() order: SupplyOrderType, @Ctx() { actor }: GraphqlContext): string | null {
    return order.approvalCode && message(actor.locale, `approval-${order.approvalCode}`);
  }

  private async answer(outcome: DecisionOutcome, context: GraphqlContext): Promise<typeof DecideOrderResult> {
    const { locale } = context.actor;
    if (outcome.ok) {
      const order = await orderLoader(context, this.orders).load(outcome.value.orderId);
      return Object.assign(new DecideOrderSuccess(), { order });
    }
    const { failure } = outcome;
    switch (failure.code) {
      case 'ORDER_NOT_FOUND':
        return toNotFoundError(failure, locale);
      case 'ORDER_ACT_NOT_POSSIBLE':
        return toActError(failure, locale);
      case 'INVALID_INPUT':
        return toInvalidInputError(failure, locale);
      case 'OWN_ORDER':
        return Object.assign(new OwnOrderError(), {
          code: failure.code,
          message: message(locale, 'ownOrder'),
        });
    }
  }
}
