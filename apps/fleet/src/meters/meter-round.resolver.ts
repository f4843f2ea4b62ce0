import { Authorized, type Connection, type GraphqlContext, isId, pageOf } from '@platen/platform';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { deviceLoader } from '../devices/device.loaders';
import type { DeviceService } from '../devices/device.service';
import { NOBODY } from '../groups/group-filter';
import type { RoundFilter } from './meter-round.query';
import type { MeterRoundService } from './meter-round.service';
import {
  MeterPeriod,
  MeterRoundConnection,
  MeterRoundFilterInput,
  type MeterRoundStop,
} from './meter-round.type';

/** Longest search text in characters; what is longer finds nothing more. */
const MAX_SEARCH = 100;

/** The round that people make to read counters. */
@Resolver()
export class MeterRoundResolver {
  constructor(
    private readonly rounds: MeterRoundService,
    private readonly devices: DeviceService,
  ) {}

  @Authorized('meter:read')
  @Query(() => MeterPeriod, { nullable: true, description: 'The month in which readings are asked for.' })
  meterPeriod(@Ctx() { actor }: GraphqlContext): Promise<MeterPeriod | null> {
    return this.rounds.period(actor);
  }

  @Authorized('meter:read')
  @Query(() => MeterRoundConnection, { nullable: true, description: 'Machines to read, by name.' })
  async meterRound(
    @Ctx() context: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('filter', () => MeterRoundFilterInput, { nullable: true }) filter?: MeterRoundFilterInput | null,
  ): Promise<Connection<MeterRoundStop>> {
    const rows = await this.rounds.list(context.actor, toFilter(filter), pageOf(first, after, 2));
    const loader = deviceLoader(this.devices, context);
    const edges = await Promise.all(
      rows.edges.map(async ({ cursor, node }) => {
        const device = await loader.load(node.id);
        return device ? [{ cursor, node: { device, due: node.due, lastReadAt: node.read_at } }] : [];
      }),
    );
    return { ...rows, edges: edges.flat() };
  }
}

function toFilter(input: MeterRoundFilterInput | null | undefined): RoundFilter {
  const siteId = input?.siteId ?? null;
  return {
    state: input?.state ?? 'due',
    search: input?.search?.trim().slice(0, MAX_SEARCH) || null,
    siteId: siteId && !isId(siteId) ? NOBODY : siteId,
  };
}
