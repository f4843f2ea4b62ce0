import { Authorized, type GraphqlContext, Public, defineService } from '@platen/platform';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { customerName } from './fake-fleet';

@Directive('@key(fields: "id")')
@ObjectType('Device')
class OrderedDevice {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Order', { simpleResolvers: true })
class OrderType {
  @Field(() => ID)
  id: string;
  @Field()
  number: string;
  @Field(() => OrderedDevice, { nullable: true })
  device: OrderedDevice | null;
}

const orderOf = (deviceId: string): OrderType => ({
  id: `order-${deviceId}`,
  number: `N-${deviceId}`,
  device: { id: deviceId },
});

@Resolver(() => OrderedDevice)
class OrderingResolver {
  @Authorized('order:read')
  @Query(() => [OrderType])
  orders(@Ctx() { actor }: GraphqlContext): OrderType[] {
    // The last one is of a device that the customer may not see: fleet answers null for it.
    const own = customerName(actor.customerId);
    return [`${own}-0`, `${own}-1`, 'somebody-else-7'].map(orderOf);
  }

  @Public()
  @Query(() => String, { nullable: true })
  orderingMood(): string {
    return 'busy';
  }

  @FieldResolver(() => OrderType, { nullable: true })
  lastOrder(@Root() device: OrderedDevice): OrderType | null {
    return device.id.endsWith('1') ? null : orderOf(device.id);
  }

  @FieldResolver(() => String, { nullable: true })
  orderTrouble(@Root() device: OrderedDevice): string {
    throw new Error(`no route to carrier for ${device.id}`);
  }

  @Authorized('order:place')
  @Mutation(() => OrderType)
  placeOrder(@Arg('deviceId', () => ID) deviceId: string): OrderType {
    return orderOf(deviceId);
  }
}

/** The second small service: extends the first one's entity. */
export const orderingService = () =>
  defineService({
    name: 'ordering',
    entities: [],
    migrations: [],
    resolvers: [OrderingResolver],
    compose: () => ({}),
    resolverInstances: () => [new OrderingResolver()],
    references: () => ({ Device: ({ id }) => ({ id }) }),
    consumers: [],
    jobs: [],
    schedules: [],
  });
