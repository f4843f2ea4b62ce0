import { IdempotencyConflictError, InvalidInputError } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { OrderActNotPossibleError, OrderNotFoundError } from '../orders/order-errors.type';
import { SupplyOrderType } from '../orders/order.type';

@ObjectType('ShipmentLine', { simpleResolvers: true })
export class ShipmentLineType {
  @Field(() => ID, { description: 'The line of the order.' })
  lineId: string;
  @Field(() => Int)
  quantity: number;
  /** not shown: `article` is loaded by it */
  articleId: string;
}

@ObjectType('Shipment', { simpleResolvers: true, description: 'A parcel of an order.' })
export class ShipmentType {
  @Field(() => ID)
  id: string;
  @Field({ description: "The sender's own number for it." })
  key: string;
  @Field(() => String, { nullable: true, description: 'Name of who carries it.' })
  carrier: string | null;
  @Field(() => String, { nullable: true })
  trackingNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Where the carrier tells where it is (R56).' })
  trackingUrl: string | null;
  @Field(() => Date, { nullable: true, description: 'Null while only its arrival is known.' })
  shippedAt: Date | null;
  @Field(() => Date, { nullable: true })
  deliveredAt: Date | null;
  @Field(() => [ShipmentLineType])
  lines: ShipmentLineType[];
}

@InputType()
export class ShippedLineInput {
  @Field(() => ID, { nullable: true, description: 'The line of the order; or else the part number.' })
  lineId?: string | null;
  @Field(() => String, { nullable: true })
  partNumber?: string | null;
  @Field(() => Int)
  quantity: number;
}

@InputType()
export class RecordShipmentInput {
  @Field({
    description: 'Your own number for the parcel, 1 to 100 characters: the same again is the same parcel.',
  })
  key: string;
  @Field(() => ID, { nullable: true, description: 'The order; or else its number.' })
  orderId?: string | null;
  @Field(() => String, { nullable: true })
  orderNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'One of `carriers`; none: your own van.' })
  carrierKey?: string | null;
  @Field(() => String, { nullable: true, description: 'At most 60 letters, digits, blanks and . _ / -' })
  trackingNumber?: string | null;
  @Field()
  shippedAt: Date;
  @Field(() => [ShippedLineInput], {
    nullable: true,
    description: 'What lies in it, 1 to 100 lines; left out: all that has not left yet.',
  })
  lines?: ShippedLineInput[] | null;
}

@InputType()
export class RecordDeliveryInput {
  @Field({ description: 'The key of the parcel; that it left may be told afterwards.' })
  key: string;
  @Field(() => ID, { nullable: true, description: 'The order; or else its number.' })
  orderId?: string | null;
  @Field(() => String, { nullable: true })
  orderNumber?: string | null;
  @Field()
  deliveredAt: Date;
}

@ObjectType({ simpleResolvers: true })
export class RecordShipmentSuccess {
  @Field(() => ShipmentType)
  shipment: ShipmentType;
  @Field(() => SupplyOrderType, { nullable: true, description: 'Null where you may not read orders.' })
  order: SupplyOrderType | null;
}

export const RecordShipmentResult = createUnionType({
  name: 'RecordShipmentResult',
  types: () =>
    [
      RecordShipmentSuccess,
      OrderNotFoundError,
      OrderActNotPossibleError,
      InvalidInputError,
      IdempotencyConflictError,
    ] as const,
});
