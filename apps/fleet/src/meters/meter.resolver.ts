import { type Connection, type GraphqlContext, pageOf } from '@platen/platform';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Device } from '../devices/device.type';
import { type MeterExpectationRow, MeterExpectationService } from './meter-expectation.service';
import { meterReadsLoader } from './meter-reads.loader';
import { MeterReadsService } from './meter-reads.service';
import { toExpectation, toMeter, toMeterRead } from './meter.mapping';
import { type MeterRow, MeterService } from './meter.service';
import { Meter, MeterExpectation, MeterRead, MeterReadConnection } from './meter.type';

/** A machine's counters, batched over the machines of the request. */
@Resolver(() => Device)
export class MetersOfDeviceResolver {
  constructor(private readonly service: MeterService) {}

  @FieldResolver(() => [Meter])
  async meters(
    @Root() device: Device,
    @Ctx() context: GraphqlContext,
    @Arg('kind', () => String, { nullable: true, description: 'This one alone.' }) kind?: string | null,
  ): Promise<Meter[]> {
    const loader = context.loader(
      'fleet.meters',
      () => new DataLoader<string, MeterRow[]>((ids) => this.service.ofDevices(context.actor, ids)),
    );
    const meters = (await loader.load(device.id)).map(toMeter);
    return typeof kind === 'string' ? meters.filter((meter) => meter.kind === kind) : meters;
  }
}

/** What was read of a counter, and what is to be expected of it, batched over the counters of the request. */
@Resolver(() => Meter)
export class MeterResolver {
  constructor(
    private readonly expectations: MeterExpectationService,
    private readonly readings: MeterReadsService,
  ) {}

  @FieldResolver(() => MeterExpectation, { nullable: true })
  async expectation(@Root() meter: Meter, @Ctx() context: GraphqlContext): Promise<MeterExpectation | null> {
    const { actor } = context;
    const loader = context.loader(
      'fleet.meter-expectation',
      () =>
        new DataLoader<Meter, MeterExpectationRow | null>((meters) =>
          this.expectations.ofMeters(actor, meters),
        ),
    );
    const row = await loader.load(meter);
    return row && toExpectation(row);
  }

  @FieldResolver(() => MeterReadConnection, { description: 'Everything that was read of it, newest first.' })
  async reads(
    @Root() meter: Meter,
    @Ctx() context: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Connection<MeterRead>> {
    const page = pageOf(first, after, 1);
    const rows = await meterReadsLoader(this.readings, context, page).load(meter.id);
    return { ...rows, edges: rows.edges.map(({ cursor, node }) => ({ cursor, node: toMeterRead(node) })) };
  }
}
