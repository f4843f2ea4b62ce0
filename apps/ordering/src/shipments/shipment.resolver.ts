import { Authorized, type GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { articleLoader } from '../articles/article.loader';
import type { ArticleService } from '../articles/article.service';
import { ArticleType } from '../articles/article.type';
import { trackingUrl } from '../carriers/tracking-url';
import {
  toActError,
  toConflictError,
  toInvalidInputError,
  toNotFoundError,
} from '../orders/order-errors.mapping';
import { orderLoader } from '../orders/order.loader';
import type { OrderService } from '../orders/order.service';
import { SupplyOrderType } from '../orders/order.type';
import type { RecordShipmentService, ShipmentOutcome } from './record-shipment.service';
import { type ShipmentRow, ShipmentService } from './shipment.service';
import {
  RecordDeliveryInput,
  RecordShipmentInput,
  RecordShipmentResult,
  RecordShipmentSuccess,
  ShipmentLineType,
  ShipmentType,
} from './shipment.type';

/** Parcels: what is told of them, and what is shown at their order. */
@Resolver(() => SupplyOrderType)
export class ShipmentResolver {
  constructor(
    private readonly recording: RecordShipmentService,
    private readonly shipments: ShipmentService,
    private readonly orders: OrderService,
  ) {}

  @Authorized('shipment:write')
  @Mutation(() => RecordShipmentResult, {
    description: 'A parcel has left. Tell it late or twice without harm.',
  })
  async recordShipment(
    @Arg('input', () => RecordShipmentInput) input: RecordShipmentInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof RecordShipmentResult> {
    return this.answer(await this.recording.shipped(context.actor, input), context);
  }

  @Authorized('shipment:write')
  @Mutation(() => RecordShipmentResult, {
    description: 'A parcel has arrived. Tell it late, twice, or before it was told that it left.',
  })
  async recordDelivery(
    @Arg('input', () => RecordDeliveryInput) input: RecordDeliveryInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof RecordShipmentResult> {
    return this.answer(await this.recording.delivered(context.actor, input), context);
  }

  @FieldResolver(() => [ShipmentType], { name: 'shipments', description: 'In the order in which they left.' })
  async shipmentsOfOrder(
    @Root() order: SupplyOrderType,
    @Ctx() context: GraphqlContext,
  ): Promise<ShipmentType[]> {
    const loader = context.loader(
      'shipments of orders',
      () => new DataLoader<string, ShipmentRow[]>((ids) => this.shipments.ofOrders(context.actor, ids)),
    );
    return (await loader.load(order.id)).map(toShipmentType);
  }

  private async answer(
    outcome: ShipmentOutcome,
    context: GraphqlContext,
  ): Promise<typeof RecordShipmentResult> {
    const { actor } = context;
    if (outcome.ok) {
      const { orderId, shipmentId } = outcome.value;
      const [rows = []] = await this.shipments.ofOrders(actor, [orderId], 'shipment:write');
      const row = rows.find(({ id }) => id === shipmentId);
      if (!row) throw new Error(`Shipment ${shipmentId} vanished.`);
      const order = await orderLoader(context, this.orders).load(orderId);
      return Object.assign(new RecordShipmentSuccess(), { shipment: toShipmentType(row), order });
    }
    const { failure } = outcome;
    switch (failure.code) {
      case 'ORDER_NOT_FOUND':
        return toNotFoundError(failure, actor.locale);
      case 'ORDER_ACT_NOT_POSSIBLE':
        return toActError(failure, actor.locale);
      case 'INVALID_INPUT':
        return toInvalidInputError(failure, actor.locale);
      case 'IDEMPOTENCY_CONFLICT':
        return toConflictError(failure, actor.locale);
    }
  }
}

/** What lies in a parcel. */
@Resolver(() => ShipmentLineType)
export class ShipmentLineResolver {
  constructor(private readonly articles: ArticleService) {}

  @FieldResolver(() => ArticleType, { nullable: true, description: 'Null where you may not read orders.' })
  article(@Root() line: ShipmentLineType, @Ctx() context: GraphqlContext): Promise<ArticleType | null> {
    return articleLoader(context, this.articles).load(line.articleId);
  }
}

function toShipmentType({ trackingTemplate, orderId, lines, ...row }: ShipmentRow): ShipmentType {
  return { ...row, trackingUrl: trackingUrl(trackingTemplate, row.trackingNumber), lines: [...lines] };
}
