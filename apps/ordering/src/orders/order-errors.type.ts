import { UserError } from '@platen/platform';
import { Field, ObjectType } from 'type-graphql';
import type { OrderStatus } from './order-status';
import { OrderStatusEnum } from './order.type';

/** Unknown, or not one that you may do this with: nobody can tell which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class OrderNotFoundError extends UserError {}

/** Not possible where the order stands now. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class OrderActNotPossibleError extends UserError {
  @Field(() => OrderStatusEnum, { description: 'Where it stands now.' })
  status: OrderStatus;
}

/** Too late to do it oneself; the message says whom to ask. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class OrderPastSelfServiceError extends UserError {
  @Field(() => OrderStatusEnum, { description: 'Where it stands now.' })
  status: OrderStatus;
  @Field(() => String, { nullable: true })
  phone: string | null;
  @Field(() => String, { nullable: true })
  mail: string | null;
  @Field(() => String, { nullable: true })
  hours: string | null;
}
