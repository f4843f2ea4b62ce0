import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { toConflictError, toInvalidInputError } from '../orders/order-errors.mapping';
import { orderLoader } from '../orders/order.loader';
import type { OrderService } from '../orders/order.service';
import type { OrderableSuppliesService } from './orderable-supplies.service';
import type { PlaceOrderService, PlacingOutcome } from './place-order.service';
import { toOrderable, toRefused } from './placing.mapping';
import { OrderableSuppliesType, PlaceOrderInput, PlaceOrderResult, PlaceOrderSuccess } from './placing.type';

/** Ordering by people (R48-R54). */
@Resolver()
export class PlacingResolver {
  constructor(
    private readonly placing: PlaceOrderService,
    private readonly orderable: OrderableSuppliesService,
    private readonly orders: OrderService,
  ) {}

  @Authorized('order:read', 'order:place')
  @Query(() => OrderableSuppliesType, {
    nullable: true,
    description: 'What can be ordered for a device, or why not; null for a device out of sight.',
  })
  async orderableSupplies(
    @Arg('deviceId', () => ID) deviceId: string,
    @Ctx() context: GraphqlContext,
  ): Promise<OrderableSuppliesType | null> {
    const found = await this.orderable.ofDevice(context.actor, deviceId);
    if (!found) return null;
    const shown = toOrderable(found, context.actor.locale);
    const orders = orderLoader(context, this.orders);
    const supplies = shown.supplies.map(async ({ refusal, ...supply }) => ({
      ...supply,
      refusal: refusal && {
        ...refusal,
        order: refusal.orderId === null ? null : await orders.load(refusal.orderId),
      },
    }));
    return { ...shown, supplies: await Promise.all(supplies) };
  }

  @Authorized('order:place')
  @Mutation(() => PlaceOrderResult, {
    description: 'Orders supplies: one order for each device, all lines or none.',
  })
  async placeOrder(
    @Arg('input', () => PlaceOrderInput) input: PlaceOrderInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof PlaceOrderResult> {
    return this.answer(await this.placing.place(context.actor, input), context);
  }

  private async answer(outcome: PlacingOutcome, context: GraphqlContext): Promise<typeof PlaceOrderResult> {
    const { locale } = context.actor;
    if (outcome.ok) {
      const { batchId, orders } = outcome.value;
      const loader = orderLoader(context, this.orders);
      const shown = await Promise.all(orders.map(({ id }) => loader.load(id)));
      return Object.assign(new PlaceOrderSuccess(), {
        batchId,
        numbers: orders.map(({ number }) => number),
        orders: shown.filter((order) => order !== null),
      });
    }
    const { failure } = outcome;
    switch (failure.code) {
      case 'INVALID_INPUT':
        return toInvalidInputError(failure, locale);
      case 'ORDER_REFUSED':
        return toRefused(failure, locale);
      case 'IDEMPOTENCY_CONFLICT':
        return toConflictError(failure, locale);
    }
  }
}
