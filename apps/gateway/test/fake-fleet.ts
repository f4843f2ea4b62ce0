import {
  Authorized,
  type GraphqlContext,
  Public,
  UserError,
  connectionOf,
  defineService,
  pageOf,
  toConnection,
} from '@platen/platform';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  Float,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  createUnionType,
} from 'type-graphql';

@ObjectType('Supply', { simpleResolvers: true })
class SupplyType {
  @Field()
  kind: string;
  @Field(() => Float, { nullable: true })
  levelPercent: number | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Device', { simpleResolvers: true })
export class DeviceType {
  @Field(() => ID)
  id: string;
  @Field()
  name: string;
  @Field(() => String, { nullable: true })
  room: string | null;
  @Field(() => [SupplyType])
  supplies: SupplyType[];
}

@ObjectType({ simpleResolvers: true })
class RenameDeviceSuccess {
  @Field(() => DeviceType)
  device: DeviceType;
}

@ObjectType({ implements: UserError, simpleResolvers: true })
class DeviceNotFoundError extends UserError {}

const RenameDeviceResult = createUnionType({
  name: 'RenameDeviceResult',
  types: () => [RenameDeviceSuccess, DeviceNotFoundError] as const,
});

const DeviceConnection = connectionOf('Device', () => DeviceType);

/** Devices by customer: each customer has its own, named after it. */
export interface FakeFleet {
  devicesOf(customerId: string | null): DeviceType[];
}

/** Two customers, so that mixing them would show in every id. */
export const customers = {
  rossi: '00000000-0000-7000-8000-000000000001',
  bianchi: '00000000-0000-7000-8000-000000000002',
} as const;

/** 'customer-rossi', 'customer-bianchi', or 'nobody'. */
export function customerName(customerId: string | null): string {
  const known = Object.entries(customers).find(([, id]) => id === customerId);
  return known ? `customer-${known[0]}` : 'nobody';
}

/** Any number of devices for every customer that asks; the ids carry the customer, so mixing would show. */
export function fakeFleet(count: number): FakeFleet {
  const kinds = ['black', 'cyan', 'magenta', 'yellow'];
  const supplies = kinds.map((kind, index) => ({ kind, levelPercent: index === 3 ? null : 10 * index }));
  return {
    devicesOf: (customerId) =>
      Array.from({ length: count }, (_, index) => ({
        id: `${customerName(customerId)}-${index}`,
        name: `Printer ${index} of ${customerName(customerId)}`,
        room: index % 2 === 0 ? `${index}` : null,
        supplies,
      })),
  };
}

@Resolver()
class FleetResolver {
  constructor(private readonly fleet: FakeFleet) {}

  @Authorized('device:read')
  @Query(() => DeviceConnection)
  devices(
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first?: number,
  ) {
    const page = pageOf(first, null, 1);
    const rows = this.fleet.devicesOf(actor.customerId).slice(0, page.size + 1);
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.id],
    );
  }

  @Authorized('device:read')
  @Query(() => DeviceType, { nullable: true })
  async device(@Ctx() { actor }: GraphqlContext, @Arg('id', () => ID) id: string) {
    // Slow on purpose: two requests of two tenants are on their way at the same time.
    await new Promise((resolve) => setTimeout(resolve, 20));
    return this.fleet.devicesOf(actor.customerId).find((device) => device.id === id) ?? null;
  }

  @Public()
  @Query(() => String)
  fleetMood(): string {
    return 'calm';
  }

  @Public()
  @Query(() => [Int])
  echo(@Arg('numbers', () => [Int]) numbers: number[]): number[] {
    return numbers;
  }

  @Public()
  @Query(() => String, { nullable: true })
  brokenField(): string {
    throw new Error('connection to 10.0.0.7 refused');
  }

  @Public()
  @Query(() => String, { nullable: true })
  clientAddress(@Ctx() context: GraphqlContext): string | null {
    return context.clientAddress;
  }

  @Authorized('equipment:manage')
  @Mutation(() => RenameDeviceResult)
  renameDevice(
    @Ctx() { actor }: GraphqlContext,
    @Arg('id', () => ID) id: string,
    @Arg('name') name: string,
  ): RenameDeviceSuccess | DeviceNotFoundError {
    const device = this.fleet.devicesOf(actor.customerId).find((known) => known.id === id);
    if (!device)
      return Object.assign(new DeviceNotFoundError(), {
        code: 'DEVICE_NOT_FOUND',
        message: 'No such device.',
      });
    return Object.assign(new RenameDeviceSuccess(), { device: { ...device, name } });
  }

  @Public()
  @Mutation(() => Boolean)
  signIn(@Ctx() context: GraphqlContext, @Arg('token') token: string): boolean {
    context.changeSession({ token, expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
    return true;
  }

  @Public()
  @Mutation(() => Boolean)
  signOut(@Ctx() context: GraphqlContext): boolean {
    context.changeSession({ token: null });
    return true;
  }

  @Authorized('telemetry:write')
  @Mutation(() => Int)
  recordPolls(@Arg('values', () => [Int]) values: number[]): number {
    return values.length;
  }
}

/** A small service in the shape of every service: what the gateway's tests run against. */
export const fleetService = (fleet: FakeFleet) =>
  defineService<FakeFleet>({
    name: 'fleet',
    entities: [],
    migrations: [],
    resolvers: [FleetResolver],
    compose: () => fleet,
    resolverInstances: (app) => [new FleetResolver(app)],
    references: (app) => ({
      Device: ({ id }, { actor }) =>
        app.devicesOf(actor.customerId).find((device) => device.id === id) ?? null,
    }),
    consumers: [],
    jobs: [],
    schedules: [],
  });
