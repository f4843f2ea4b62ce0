import { Authorized, type BranchAccess, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { adviceFor } from './advice';
import {
  toActError,
  toInvalidInputError,
  toNotFoundError,
  toPastSelfServiceError,
} from './order-errors.mapping';
import type { OrderLifeService } from './order-life.service';
import {
  CancelOrderInput,
  CancelOrderResult,
  CancelOrderSuccess,
  ChangeOrderStatusInput,
  ChangeOrderStatusResult,
  ChangeOrderStatusSuccess,
} from './order-life.type';
import { orderLoader } from './order.loader';
import { isLive, isSelfService } from './order-status';
import type { OrderService } from './order.service';
import { SupplyOrderType } from './order.type';

/** What may be done with an order, and doing it. */
@Resolver(() => SupplyOrderType)
export class OrderLifeResolver {
  constructor(
    private readonly life: OrderLifeService,
    private readonly orders: OrderService,
    private readonly branches: BranchAccess,
  ) {}

  @Authorized('order:manage')
  @Mutation(() => ChangeOrderStatusResult, {
    description: 'The branch says where an order stands, and what the customer is told of it.',
  })
  async changeOrderStatus(
    @Arg('input', () => ChangeOrderStatusInput) input: ChangeOrderStatusInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof ChangeOrderStatusResult> {
    const { actor } = context;
    const outcome = await this.life.report(actor, input);
    if (outcome.ok)
      return Object.assign(new ChangeOrderStatusSuccess(), { order: await this.read(outcome, context) });
    const { failure } = outcome;
    if (failure.code === 'ORDER_NOT_FOUND') return toNotFoundError(failure, actor.locale);
    if (failure.code === 'INVALID_INPUT') return toInvalidInputError(failure, actor.locale);
    return toActError(failure, actor.locale);
  }

  @Authorized('order:place')
  @Mutation(() => CancelOrderResult, {
    description: 'Takes an order back until it is picked. Afterwards the answer says whom to ask.',
  })
  async cancelOrder(
    @Arg('input', () => CancelOrderInput) { orderId }: CancelOrderInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof CancelOrderResult> {
    const { actor } = context;
    const outcome = await this.life.cancel(actor, orderId);
    if (outcome.ok)
      return Object.assign(new CancelOrderSuccess(), { order: await this.read(outcome, context) });
    const { failure } = outcome;
    if (failure.code === 'ORDER_NOT_FOUND') return toNotFoundError(failure, actor.locale);
    if (failure.code === 'ORDER_PAST_SELF_SERVICE')
      return toPastSelfServiceError(failure, actor.locale, this.branches);
    return toActError(failure, actor.locale);
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can cancel and change it yourself.' })
  canCancel(@Root() order: SupplyOrderType, @Ctx() { actor }: GraphqlContext): boolean {
    return actor.rights.has('order:place') && isSelfService(order.status);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Whom to ask instead, while it is under way and cannot be cancelled any more (R59).',
  })
  async cancelAdvice(
    @Root() order: SupplyOrderType,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<string | null> {
    if (!isLive(order.status) || isSelfService(order.status)) return null;
    return adviceFor(order.status, await this.branches.settingsOf(order.branchId), actor.locale);
  }

  private read(
    { value }: { value: { orderId: string } },
    context: GraphqlContext,
  ): Promise<SupplyOrderType | null> {
    return orderLoader(context, this.orders).load(value.orderId);
  }
}
