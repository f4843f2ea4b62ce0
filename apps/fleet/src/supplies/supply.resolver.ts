import type { GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Device } from '../devices/device.type';
import type { DayRange } from './runs-out';
import { type SupplyRow, SupplyService } from './supply.service';
import { Supply, type SupplyLevel } from './supply.type';

/** A machine's supplies, batched over the machines of the request. */
@Resolver(() => Device)
export class SuppliesOfDeviceResolver {
  constructor(private readonly service: SupplyService) {}

  @FieldResolver(() => [Supply])
  async supplies(@Root() device: Device, @Ctx() context: GraphqlContext): Promise<Supply[]> {
    const loader = context.loader(
      'fleet.supplies',
      () => new DataLoader<string, SupplyRow[]>((ids) => this.service.ofDevices(context.actor, ids)),
    );
    return (await loader.load(device.id)).map((row) => toSupply(row, this.service.daysLeft(row)));
  }
}

/** Nobody watches this machine, so no level of it is shown as if somebody did (R38). */
const NOT_MONITORED: SupplyLevel = { state: 'not_monitored', percent: null, at: null, source: null };

function toSupply(row: SupplyRow, daysLeft: DayRange | null): Supply {
  return {
    id: row.id,
    slot: row.slot,
    kind: row.kind,
    color: row.color,
    class: row.class,
    description: row.description,
    cartridgeSerial: row.cartridge_serial,
    level: row.monitored
      ? { state: row.level_state, percent: row.level_percent, at: row.read_at, source: row.source }
      : NOT_MONITORED,
    low: row.low ?? false,
    reorderPercent: row.monitored && row.class === 'consumed' ? row.reorder_percent : null,
    daysLeft: row.monitored ? daysLeft : null,
  };
}
