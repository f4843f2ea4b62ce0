import type { GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Device } from '../devices/device.type';
import { type AlertRow, AlertService } from './alert.service';
import { DeviceAlert } from './alert.type';

/** A machine's alerts, batched over the machines of the request. */
@Resolver(() => Device)
export class AlertsOfDeviceResolver {
  constructor(private readonly service: AlertService) {}

  @FieldResolver(() => [DeviceAlert], { description: 'Not cleared yet, newest first.' })
  async alerts(@Root() device: Device, @Ctx() context: GraphqlContext): Promise<DeviceAlert[]> {
    const loader = context.loader(
      'fleet.alerts',
      () => new DataLoader<string, AlertRow[]>((ids) => this.service.ofDevices(context.actor, ids)),
    );
    return (await loader.load(device.id)).map(({ raised_at: raisedAt, ...alert }) => ({
      ...alert,
      raisedAt,
    }));
  }
}
