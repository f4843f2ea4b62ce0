import type { GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CorrectableRow, CorrectableService } from '../corrections/correctable.service';
import { meterReadsLoader } from './meter-reads.loader';
import type { MeterReadsService } from './meter-reads.service';
import type { MeterResetRow, MeterResetsService } from './meter-resets.service';
import { toCorrectable, toMeterRead, toMeterReset } from './meter.mapping';
import { CorrectableRead, Meter, MeterRead, MeterReset } from './meter.type';

/** Where a counter stands, and what became of it, batched over the counters of the request. */
@Resolver(() => Meter)
export class MeterHistoryResolver {
  constructor(
    private readonly readings: MeterReadsService,
    private readonly resets: MeterResetsService,
    private readonly corrections: CorrectableService,
  ) {}

  @FieldResolver(() => MeterRead, { nullable: true, description: 'Its newest reading.' })
  async newest(@Root() meter: Meter, @Ctx() context: GraphqlContext): Promise<MeterRead | null> {
    const page = { size: 1, after: null };
    const [newest] = (await meterReadsLoader(this.readings, context, page).load(meter.id)).edges;
    return newest ? toMeterRead(newest.node) : null;
  }

  @FieldResolver(() => [MeterReset], { name: 'resets', description: 'Newest first, at most 100.' })
  async resetsOf(@Root() meter: Meter, @Ctx() context: GraphqlContext): Promise<MeterReset[]> {
    const loader = context.loader(
      'fleet.meter-resets',
      () => new DataLoader<string, MeterResetRow[]>((ids) => this.resets.ofMeters(context.actor, ids)),
    );
    return (await loader.load(meter.id)).map(toMeterReset);
  }

  @FieldResolver(() => CorrectableRead, {
    nullable: true,
    description: 'Null where you may correct nothing: not the latest, not yours to do, too old or settled.',
  })
  async correctable(@Root() meter: Meter, @Ctx() context: GraphqlContext): Promise<CorrectableRead | null> {
    const loader = context.loader(
      'fleet.correctable-reads',
      () =>
        new DataLoader<string, CorrectableRow | null>((ids) => this.corrections.ofMeters(context.actor, ids)),
    );
    const row = await loader.load(meter.id);
    return row && toCorrectable(row);
  }
}
