import { Authorized, type Connection, type GraphqlContext, isId, pageOf } from '@platen/platform';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { MeterNotChangedError } from '../corrections/correction.type';
import { toMeterActError } from '../corrections/meter-act.mapping';
import { deviceLoader } from '../devices/device.loaders';
import type { DeviceService } from '../devices/device.service';
import { Device } from '../devices/device.type';
import { NOBODY } from '../groups/group-filter';
import { message } from '../messages/message';
import type { MeterCaseRow, MeterCaseService } from './meter-case.service';
import {
  DecideMeterCaseInput,
  DecideMeterCaseResult,
  DecideMeterCaseSuccess,
  MeterCase,
  MeterCaseConnection,
  MeterCaseFilterInput,
  MeterCaseNotFoundError,
} from './meter-case.type';

/** Cases are not older than this, in days. */
const MOST_DAYS = 3650;

/** Odd counter values: the queue of the provider's people. */
@Resolver(() => MeterCase)
export class MeterCaseResolver {
  constructor(
    private readonly cases: MeterCaseService,
    private readonly devices: DeviceService,
  ) {}

  @Authorized('meter:manage')
  @Query(() => MeterCaseConnection, { nullable: true, description: 'Open cases, the oldest first.' })
  async meterCases(
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('filter', () => MeterCaseFilterInput, { nullable: true }) filter?: MeterCaseFilterInput | null,
  ): Promise<Connection<MeterCase>> {
    const customerId = filter?.customerId ?? null;
    const rows = await this.cases.list(
      actor,
      {
        kind: filter?.kind ?? null,
        customerId: customerId && !isId(customerId) ? NOBODY : customerId,
        openDays: Math.min(Math.max(filter?.openDays ?? 0, 0), MOST_DAYS),
      },
      pageOf(first, after, 2),
    );
    return { ...rows, edges: rows.edges.map(({ cursor, node }) => ({ cursor, node: toMeterCase(node) })) };
  }

  @FieldResolver(() => Device, { nullable: true })
  device(@Root() { deviceId }: MeterCase, @Ctx() context: GraphqlContext): Promise<Device | null> {
    return deviceLoader(this.devices, context).load(deviceId);
  }

  @Authorized('meter:manage')
  @Mutation(() => DecideMeterCaseResult, {
    description: 'Decides an open case; the volumes of its months follow.',
  })
  async decideMeterCase(
    @Arg('input', () => DecideMeterCaseInput) input: DecideMeterCaseInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof DecideMeterCaseResult> {
    const outcome = await this.cases.decide(actor, input);
    if (outcome.ok) return Object.assign(new DecideMeterCaseSuccess(), outcome.value);
    const { code } = outcome.failure;
    if (code === 'CASE_NOT_FOUND')
      return Object.assign(new MeterCaseNotFoundError(), {
        code,
        message: message(actor.locale, 'caseNotFound'),
      });
    return Object.assign(new MeterNotChangedError(), toMeterActError({ code }, actor.locale));
  }
}

/** What of a machine's counters waits for the provider, batched over the machines of the request. */
@Resolver(() => Device)
export class MeterCasesOfDeviceResolver {
  constructor(private readonly cases: MeterCaseService) {}

  @FieldResolver(() => [MeterCase], { description: 'Open ones.' })
  async meterCases(@Root() device: Device, @Ctx() context: GraphqlContext): Promise<MeterCase[]> {
    const loader = context.loader(
      'fleet.meter-cases',
      () => new DataLoader<string, MeterCaseRow[]>((ids) => this.cases.ofDevices(context.actor, ids)),
    );
    return (await loader.load(device.id)).map(toMeterCase);
  }
}

function toMeterCase(row: MeterCaseRow): MeterCase {
  return {
    id: row.id,
    kind: row.kind,
    meterKind: row.meter_kind,
    valueBefore: Number(row.value_before),
    value: Number(row.value),
    readAt: row.read_at,
    lastValue: Number(row.last_value),
    lastReadAt: row.last_read_at,
    openedAt: row.opened_at,
    customer: { id: row.customer_id },
    deviceId: row.device_id,
  };
}
