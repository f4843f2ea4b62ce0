import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { goneDevice, toDeviceError } from '../devices/device-failures.mapping';
import { deviceLoader } from '../devices/device.loaders';
import type { DeviceService } from '../devices/device.service';
import { LifecycleService } from './lifecycle.service';
import {
  ChangeDeviceLifecycleInput,
  ChangeDeviceLifecycleResult,
  ChangeDeviceLifecycleSuccess,
} from './lifecycle.type';

/** The life of machines, for the provider's people. */
@Resolver()
export class LifecycleResolver {
  constructor(
    private readonly lifecycle: LifecycleService,
    private readonly devices: DeviceService,
  ) {}

  @Authorized('device:manage')
  @Mutation(() => ChangeDeviceLifecycleResult, {
    description: 'Installs, repairs, swaps, retires or collects a machine, with a reason and a day.',
  })
  async changeDeviceLifecycle(
    @Arg('input') input: ChangeDeviceLifecycleInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof ChangeDeviceLifecycleResult> {
    const { actor } = context;
    const devices = deviceLoader(this.devices, context);
    const outcome = await this.lifecycle.change(actor, input);
    if (!outcome.ok) return toDeviceError(outcome.failure, actor.locale, devices);
    const device = await devices.load(outcome.value.deviceId);
    return device ? Object.assign(new ChangeDeviceLifecycleSuccess(), { device }) : goneDevice(actor.locale);
  }
}
