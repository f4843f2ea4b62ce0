import type { GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Device } from '../devices/device.type';
import { DeviceSilenceService } from './device-silence.service';
import { DeviceSilence } from './device-silence.type';

/** Why a machine is silent, batched over the machines of the request. */
@Resolver(() => Device)
export class DeviceSilenceResolver {
  constructor(private readonly service: DeviceSilenceService) {}

  @FieldResolver(() => DeviceSilence, {
    nullable: true,
    description: 'Null for a machine that is heard, or that nobody watches.',
  })
  silence(@Root() device: Device, @Ctx() context: GraphqlContext): Promise<DeviceSilence | null> {
    if (device.state !== 'SILENT') return Promise.resolve(null);
    return context
      .loader(
        'fleet.silence',
        () =>
          new DataLoader<string, DeviceSilence | null>((ids) => this.service.ofDevices(context.actor, ids)),
      )
      .load(device.id);
  }
}
