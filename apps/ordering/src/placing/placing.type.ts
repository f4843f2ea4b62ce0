import type { LevelState, SupplyColor, SupplyKind } from '@platen/contracts';
import { DateScalar, IdempotencyConflictError, InvalidInputError, UserError } from '@platen/platform';
import {
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  createUnionType,
  registerEnumType,
} from 'type-graphql';
import { ArticleType } from '../articles/article.type';
import { SupplyColorEnum, SupplyKindEnum } from '../articles/supply-enums';
import { enumOf } from '../enum-of';
import { OrderedDevice, SupplyOrderType } from '../orders/order.type';
import { LENGTHS, MOST_LINES, MOST_PIECES } from './order-request';
import { type RefusalCode, refusalCodes } from './refusal';

export const OrderRefusalEnum = Object.fromEntries(
  Object.entries(enumOf(refusalCodes)).map(([name, value]) => [name.replaceAll('-', '_'), value]),
);
registerEnumType(OrderRefusalEnum, {
  name: 'OrderRefusal',
  description: 'Why something cannot be ordered in the portal.',
});

@ObjectType('OrderRefusalReason', { simpleResolvers: true })
export class OrderRefusalReason {
  @Field(() => OrderRefusalEnum)
  code: RefusalCode;
  @Field({
    description: "For people, in the viewer's language, with the contact to use instead where there is one.",
  })
  text: string;
  @Field(() => SupplyOrderType, { nullable: true, description: 'The order that is on its way already.' })
  order: SupplyOrderType | null;
}

@ObjectType('OrderableArticle', { simpleResolvers: true })
export class OrderableArticle {
  @Field(() => ArticleType)
  article: ArticleType;
  @Field(() => Int, { description: 'Most pieces in one order.' })
  maxQuantity: number;
  @Field(() => String, {
    nullable: true,
    description: 'The part that the device needs for it, for example a finisher; null: it fits any.',
  })
  accessory: string | null;
}

@ObjectType('OrderableSupply', { simpleResolvers: true, description: 'A supply of a device to be ordered.' })
export class OrderableSupplyType {
  @Field(() => String, { nullable: true, description: 'Null when the device does not report it itself.' })
  slot: string | null;
  @Field(() => SupplyKindEnum)
  kind: SupplyKind;
  @Field(() => SupplyColorEnum, { nullable: true })
  color: SupplyColor | null;
  @Field(() => String, { nullable: true, description: 'As the device calls it.' })
  description: string | null;
  @Field(() => String, { nullable: true, description: 'Null where nobody watches the device.' })
  levelState: LevelState | null;
  @Field(() => Float, { nullable: true, description: 'Percent left, or space left in a waste box.' })
  levelPercent: number | null;
  @Field(() => Date, { nullable: true })
  readAt: Date | null;
  @Field(() => [OrderableArticle], { description: 'Those that fit; the first is the one to choose.' })
  articles: OrderableArticle[];
  @Field(() => OrderRefusalReason, { nullable: true, description: 'Null: it can be ordered.' })
  refusal: OrderRefusalReason | null;
}

@ObjectType('OrderableSupplies', { simpleResolvers: true })
export class OrderableSuppliesType {
  @Field(() => OrderedDevice, { nullable: true })
  device: OrderedDevice | null;
  @Field(() => [OrderableSupplyType])
  supplies: OrderableSupplyType[];
  @Field(() => DateScalar, {
    description: 'The day on which it would arrive if ordered now: an estimate, not a promise.',
  })
  expectedOn: string;
  @Field({ description: 'Where it goes unless the order says otherwise.' })
  deliveryAddress: string;
  @Field(() => String, { nullable: true })
  contactName: string | null;
  @Field(() => String, { nullable: true })
  contactEmail: string | null;
}

@InputType()
export class PlaceOrderLineInput {
  @Field(() => ID)
  deviceId: string;
  @Field(() => ID, { nullable: true, description: 'Left out: the article that suits the place best.' })
  articleId?: string | null;
  @Field(() => String, { nullable: true, description: 'Place in the device, as `orderableSupplies` tells.' })
  slot?: string | null;
  @Field(() => Int, { description: `1 to ${MOST_PIECES}, and no more than the article allows.` })
  quantity: number;
}

const atMost = (field: keyof typeof LENGTHS) => `At most ${LENGTHS[field]} characters.`;

@InputType()
export class PlaceOrderInput {
  @Field({ description: 'Same key, same order: it is placed once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => [PlaceOrderLineInput], { description: `1 to ${MOST_LINES}; all are ordered or none.` })
  lines: PlaceOrderLineInput[];
  @Field(() => String, { nullable: true, description: atMost('costCentre') })
  costCentre?: string | null;
  @Field(() => String, { nullable: true, description: `Your purchase order. ${atMost('poNumber')}` })
  poNumber?: string | null;
  @Field(() => ID, { nullable: true, description: "Left out, each device's own location receives." })
  deliverySiteId?: string | null;
  @Field(() => String, { nullable: true, description: `Instead of a location. ${atMost('deliveryAddress')}` })
  deliveryAddress?: string | null;
  @Field(() => String, { nullable: true, description: 'Who receives it.' })
  contactName?: string | null;
  @Field(() => String, { nullable: true })
  contactEmail?: string | null;
  @Field(() => String, { nullable: true })
  contactPhone?: string | null;
  @Field(() => String, { nullable: true, description: `For who delivers. ${atMost('instructions')}` })
  instructions?: string | null;
}

@ObjectType({ simpleResolvers: true })
export class PlaceOrderSuccess {
  @Field(() => ID, { description: 'What was ordered together.' })
  batchId: string;
  @Field(() => [String], { description: 'Reference numbers, one for each device.' })
  numbers: string[];
  @Field(() => [SupplyOrderType], { description: 'Those that the viewer may see.' })
  orders: SupplyOrderType[];
}

@ObjectType({ simpleResolvers: true })
export class OrderLineProblem {
  @Field(() => Int, { description: 'Line of the input, from 0.' })
  line: number;
  @Field(() => OrderRefusalEnum)
  code: RefusalCode;
  @Field({ description: "For people, in the actor's language." })
  message: string;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: 'Some lines cannot be ordered; none was.',
})
export class OrderRefusedError extends UserError {
  @Field(() => [OrderLineProblem])
  lines: OrderLineProblem[];
}

export const PlaceOrderResult = createUnionType({
  name: 'PlaceOrderResult',
  types: () => [PlaceOrderSuccess, OrderRefusedError, InvalidInputError, IdempotencyConflictError] as const,
});
