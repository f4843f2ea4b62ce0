import { Authorized, type BranchAccess, type GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { message } from '../messages/message';
import {
  toActError,
  toConflictError,
  toInvalidInputError,
  toNotFoundError,
} from '../orders/order-errors.mapping';
import { orderLoader } from '../orders/order.loader';
import type { OrderService } from '../orders/order.service';
import { SupplyOrderType } from '../orders/order.type';
import { labelOf } from './label';
import { type OrderReturnRow, OrderReturnService } from './order-return.service';
import {
  AnswerReturnInput,
  AnswerReturnResult,
  OrderReturnSuccess,
  OrderReturnType,
  RequestReturnInput,
  RequestReturnResult,
  ReturnActNotPossibleError,
} from './order-return.type';
import { takesReturns } from './return-state';

/** Goods that go back, shown at their order. */
@Resolver(() => SupplyOrderType)
export class OrderReturnResolver {
  constructor(
    private readonly returns: OrderReturnService,
    private readonly orders: OrderService,
    private readonly branches: BranchAccess,
  ) {}

  @Authorized('order:place')
  @Mutation(() => RequestReturnResult, {
    description: 'Asks to send something of an order back, or empties.',
  })
  async requestReturn(
    @Arg('input', () => RequestReturnInput) input: RequestReturnInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof RequestReturnResult> {
    const { locale } = context.actor;
    const outcome = await this.returns.request(context.actor, input);
    if (outcome.ok) return this.success(outcome.value.orderId, context);
    const { failure } = outcome;
    if (failure.code === 'ORDER_NOT_FOUND') return toNotFoundError(failure, locale);
    if (failure.code === 'ORDER_ACT_NOT_POSSIBLE') return toActError(failure, locale);
    if (failure.code === 'INVALID_INPUT') return toInvalidInputError(failure, locale);
    return toConflictError(failure, locale);
  }

  @Authorized('order:manage')
  @Mutation(() => AnswerReturnResult, { description: 'The branch accepts or declines a return, or has it.' })
  async answerReturn(
    @Arg('input', () => AnswerReturnInput) input: AnswerReturnInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof AnswerReturnResult> {
    const { locale } = context.actor;
    const outcome = await this.returns.answer(context.actor, input);
    if (outcome.ok) return this.success(outcome.value.orderId, context);
    const { failure } = outcome;
    if (failure.code === 'ORDER_NOT_FOUND') return toNotFoundError(failure, locale);
    if (failure.code === 'INVALID_INPUT') return toInvalidInputError(failure, locale);
    return Object.assign(new ReturnActNotPossibleError(), {
      ...failure,
      message: message(locale, 'returnActNotPossible'),
    });
  }

  @FieldResolver(() => [OrderReturnType], { name: 'returns', description: 'Oldest first.' })
  async returnsOfOrder(
    @Root() order: SupplyOrderType,
    @Ctx() context: GraphqlContext,
  ): Promise<OrderReturnType[]> {
    const loader = context.loader(
      'returns of orders',
      () => new DataLoader<string, OrderReturnRow[]>((ids) => this.returns.ofOrders(context.actor, ids)),
    );
    const rows = await loader.load(order.id);
    const settings = rows.length > 0 ? await this.branches.settingsOf(order.branchId) : null;
    return rows.map((row) => ({ ...row, label: labelOf(row, settings) }));
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can ask to send something of it back.' })
  canReturn(@Root() order: SupplyOrderType, @Ctx() { actor }: GraphqlContext): boolean {
    return actor.rights.has('order:place') && takesReturns(order.status);
  }

  private async success(orderId: string, context: GraphqlContext): Promise<OrderReturnSuccess> {
    const order = await orderLoader(context, this.orders).load(orderId);
    return Object.assign(new OrderReturnSuccess(), { order });
  }
}
