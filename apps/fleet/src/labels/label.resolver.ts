import { Authorized, type GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DeviceNotFoundError, SiteNotFoundError } from '../devices/device-errors.type';
import { deviceLoader } from '../devices/device.loaders';
import type { DeviceService } from '../devices/device.service';
import { Device } from '../devices/device.type';
import { message } from '../messages/message';
import { LabelService } from './label.service';
import {
  DeviceLabel,
  MakeDeviceLabelInput,
  MakeDeviceLabelResult,
  MakeDeviceLabelSuccess,
  PrintLabelsInput,
  PrintLabelsResult,
  PrintLabelsSuccess,
} from './label.type';

/** Labels on machines: printed for a place, looked up when scanned, replaced when lost. */
@Resolver(() => Device)
export class LabelResolver {
  constructor(
    private readonly labels: LabelService,
    private readonly devices: DeviceService,
  ) {}

  @Authorized('device:read')
  @Query(() => Device, {
    nullable: true,
    description:
      'The machine that a label hangs on. Null for an unknown code, an old one, or one you may not see.',
  })
  async labelledDevice(@Arg('code') code: string, @Ctx() context: GraphqlContext): Promise<Device | null> {
    const id = await this.labels.find(context.actor, code);
    return id === null ? null : deviceLoader(this.devices, context).load(id);
  }

  @Authorized('equipment:manage', 'device:manage')
  @Mutation(() => MakeDeviceLabelResult)
  async makeDeviceLabel(
    @Arg('input') input: MakeDeviceLabelInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof MakeDeviceLabelResult> {
    const made = await this.labels.make(actor, input);
    if (!made.ok)
      return Object.assign(new DeviceNotFoundError(), {
        code: made.failure.code,
        message: message(actor.locale, 'deviceNotFound'),
      });
    return Object.assign(new MakeDeviceLabelSuccess(), { label: this.toLabel(made.value.code) });
  }

  @Authorized('equipment:manage', 'device:manage')
  @Mutation(() => PrintLabelsResult)
  async printLabels(
    @Arg('input') { siteId, after = null }: PrintLabelsInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof PrintLabelsResult> {
    const printed = await this.labels.print(actor, { siteId, after });
    if (!printed.ok)
      return Object.assign(new SiteNotFoundError(), {
        code: printed.failure.code,
        message: message(actor.locale, 'placeNotFound'),
      });
    const { pdf, labels, next } = printed.value;
    return Object.assign(new PrintLabelsSuccess(), { pdf: pdf.toString('base64'), labels, next });
  }

  @FieldResolver(() => DeviceLabel, {
    nullable: true,
    description: 'Null without one, and for those who do not look after labels.',
  })
  async label(@Root() device: Device, @Ctx() context: GraphqlContext): Promise<DeviceLabel | null> {
    const code = await context
      .loader(
        'fleet.labels',
        () => new DataLoader<string, string | null>((ids) => this.labels.codesOf(context.actor, ids)),
      )
      .load(device.id);
    return code === null ? null : this.toLabel(code);
  }

  private toLabel(code: string): DeviceLabel {
    return Object.assign(new DeviceLabel(), { code, url: this.labels.urlOf(code) });
  }
}
