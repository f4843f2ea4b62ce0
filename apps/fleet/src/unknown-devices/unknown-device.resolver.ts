import { Authorized, type Connection, type GraphqlContext, isId, pageOf } from '@platen/platform';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { message } from '../messages/message';
import { UnknownDeviceService } from './unknown-device.service';
import {
  DismissUnknownDeviceInput,
  DismissUnknownDeviceResult,
  DismissUnknownDeviceSuccess,
  UnknownDevice,
  UnknownDeviceConnection,
  UnknownDeviceNotFoundError,
} from './unknown-device.type';

/** Machines nobody knows. */
@Resolver()
export class UnknownDeviceResolver {
  constructor(private readonly devices: UnknownDeviceService) {}

  @Authorized('device:manage', 'equipment:manage')
  @Query(() => UnknownDeviceConnection, {
    nullable: true,
    description: 'Found by collectors, registered by nobody; last heard of first.',
  })
  unknownDevices(
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('dismissed', () => Boolean, { nullable: true }) dismissed?: boolean | null,
  ): Promise<Connection<UnknownDevice>> {
    const page = pageOf(first, after, 2);
    const [seenAt = '', id = ''] = page.after ?? [];
    if (page.after && (!isId(id) || Number.isNaN(Date.parse(seenAt)) || !/^\d{4}-/.test(seenAt)))
      throw new GraphQLError('after is not a cursor of this list.', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    return this.devices.list(actor, dismissed ?? false, page);
  }

  @Authorized('device:manage', 'equipment:manage')
  @Query(() => UnknownDevice, { nullable: true, description: 'Null for an unknown id as for a foreign one.' })
  unknownDevice(
    @Arg('id', () => ID) id: string,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<UnknownDevice | null> {
    return this.devices.find(actor, id);
  }

  @Authorized('device:manage', 'equipment:manage')
  @Mutation(() => DismissUnknownDeviceResult, { description: 'Puts one aside, or takes it back.' })
  async dismissUnknownDevice(
    @Arg('input') { unknownDeviceId, dismissed }: DismissUnknownDeviceInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof DismissUnknownDeviceResult> {
    const outcome = await this.devices.setDismissed(actor, unknownDeviceId, dismissed);
    return outcome.ok
      ? Object.assign(new DismissUnknownDeviceSuccess(), { unknownDevice: outcome.value })
      : Object.assign(new UnknownDeviceNotFoundError(), {
          code: outcome.failure.code,
          message: message(actor.locale, 'unknownDeviceNotFound'),
        });
  }
}
