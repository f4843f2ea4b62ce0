import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type ChangeOutcome, ChangeDeviceService } from './change-device.service';
import { goneDevice, toDeviceError } from './device-failures.mapping';
import { deviceLoader } from './device.loaders';
import type { DeviceService } from './device.service';
import {
  ChangeDeviceResult,
  ChangeDeviceSuccess,
  SetDeviceMonitoredInput,
  UpdateDeviceInput,
} from './update-device.type';

/** Changing what people know of a machine. */
@Resolver()
export class ChangeDeviceResolver {
  constructor(
    private readonly change: ChangeDeviceService,
    private readonly devices: DeviceService,
  ) {}

  @Authorized('equipment:manage', 'device:manage')
  @Mutation(() => ChangeDeviceResult, {
    description: 'Renames a machine, says where in the building it stands and whom to ask.',
  })
  async updateDevice(
    @Arg('input') input: UpdateDeviceInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof ChangeDeviceResult> {
    return this.answer(await this.change.update(context.actor, input), context);
  }

  @Authorized('device:manage')
  @Mutation(() => ChangeDeviceResult, {
    description: 'Begins or ends to watch a machine and to order for it by itself.',
  })
  async setDeviceMonitored(
    @Arg('input') input: SetDeviceMonitoredInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof ChangeDeviceResult> {
    return this.answer(await this.change.setMonitored(context.actor, input), context);
  }

  private async answer(outcome: ChangeOutcome, context: GraphqlContext): Promise<typeof ChangeDeviceResult> {
    const { locale } = context.actor;
    const devices = deviceLoader(this.devices, context);
    if (!outcome.ok) return toDeviceError(outcome.failure, locale, devices);
    const device = await devices.load(outcome.value.deviceId);
    return device ? Object.assign(new ChangeDeviceSuccess(), { device }) : goneDevice(locale);
  }
}
