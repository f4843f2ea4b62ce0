import { Authorized, type GraphqlContext } from '@platen/platform';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Meter } from '../meters/meter.type';
import { type MeterKindRow, MeterKindService } from './meter-kind.service';
import { MeterKind } from './meter-kind.type';

/** Kinds of meters, and what a meter is called. */
@Resolver(() => Meter)
export class MeterKindResolver {
  constructor(private readonly service: MeterKindService) {}

  @Authorized('device:read')
  @Query(() => [MeterKind], {
    description: 'Every kind of meter there is, in the order in which people read them.',
  })
  async meterKinds(@Ctx() context: GraphqlContext): Promise<MeterKind[]> {
    return (await this.kinds(context)).map(({ names, ...kind }) => ({
      ...kind,
      name: names[context.actor.locale],
    }));
  }

  @FieldResolver(() => String, {
    description: "What it counts, in the viewer's language; its kind where nobody named it.",
  })
  async name(@Root() meter: Meter, @Ctx() context: GraphqlContext): Promise<string> {
    const kind = (await this.kinds(context)).find(({ code }) => code === meter.kind);
    return kind?.names[context.actor.locale] ?? meter.kind;
  }

  /** Asked for once a request. */
  private kinds(context: GraphqlContext): Promise<MeterKindRow[]> {
    return context.loader('fleet.meter-kinds', () => ({ all: this.service.all(context.actor) })).all;
  }
}
