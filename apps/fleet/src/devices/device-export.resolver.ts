import { Authorized, type GraphqlContext, pageOf } from '@platen/platform';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { EXPORT_SIZE, devicesCsv } from './device-export';
import { deviceOrderSpecs, fitsOrder } from './device-order';
import { toDeviceFilter } from './device.mapping';
import { DeviceService } from './device.service';
import { DeviceFilterInput } from './device.type';

/** Part of a list of machines as a file. */
@ObjectType({ simpleResolvers: true })
export class DeviceExport {
  @Field({ description: 'CSV for a spreadsheet; parts are put together as they come.' })
  csv: string;
  @Field(() => Int)
  rows: number;
  @Field(() => String, { nullable: true, description: 'Asks for the next part; null at the end.' })
  next: string | null;
}

/** Takes lists of machines away, a thousand at a time, so that neither side holds a whole fleet. */
@Resolver()
export class DeviceExportResolver {
  constructor(private readonly devices: DeviceService) {}

  @Authorized('device:read')
  @Query(() => DeviceExport, { nullable: true, description: 'The same machines as in the list, by name.' })
  async deviceExport(
    @Ctx() { actor }: GraphqlContext,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('filter', () => DeviceFilterInput, { nullable: true }) filter?: DeviceFilterInput | null,
  ): Promise<DeviceExport> {
    const spec = deviceOrderSpecs.NAME;
    const cursor = pageOf(1, after, spec.columns.length).after;
    if (cursor && !fitsOrder(spec, cursor))
      throw new GraphQLError('after is not a cursor of this list.', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    const page = { size: EXPORT_SIZE, after: cursor };
    const list = await this.devices.list(actor, toDeviceFilter(filter, actor), 'NAME', page);
    const rows = list.edges.map(({ node }) => node);
    const organisations = actor.kind === 'staff' ? await this.devices.organisationsOf(actor, rows) : null;
    return {
      csv: devicesCsv(rows, cursor === null, organisations),
      rows: rows.length,
      next: list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null,
    };
  }
}
