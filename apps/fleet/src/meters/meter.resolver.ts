import type { GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Device } from '../devices/device.type';
import { type MeterRow, MeterService } from './meter.service';
import { Meter } from './meter.type';

/** A machine's counters, batched over the machines of the request. */
@Resolver(() => Device)
export class MetersOfDeviceResolver {
  constructor(private readonly service: MeterService) {}

  @FieldResolver(() => [Meter])
  async meters(@Root() device: Device, @Ctx() context: GraphqlContext): Promise<Meter[]> {
    const loader = context.loader(
      'fleet.meters',
      () => new DataLoader<string, MeterRow[]>((ids) => this.service.ofDevices(context.actor, ids)),
    );
    return (await loader.load(device.id)).map(toMeter);
  }
}

function toMeter(row: MeterRow): Meter {
  return {
    id: row.id,
    kind: row.kind,
    unit: row.unit,
    value: row.value === null ? null : Number(row.value),
    readAt: row.read_at,
    source: row.source,
  };
}
