import { DateTimeScalar } from '@platen/platform';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { CollectorState, FailureReason } from '../collectors/collector.row';
import { CollectorFailureReasonEnum, CollectorStateEnum } from '../collectors/collector.type';
import { type SilenceCause, silenceCauses } from './device-silence';

const SilenceCauseEnum = Object.fromEntries(silenceCauses.map((cause) => [cause, cause])) as Record<
  SilenceCause,
  SilenceCause
>;
registerEnumType(SilenceCauseEnum, {
  name: 'SilenceCause',
  description:
    'COLLECTOR, COLLECTOR_NETWORK, SITE_NETWORK: nearly all machines beside it are silent too. NOT_READ: it answers, and is not understood.',
});

/** Why a machine is not heard, as far as can be told from here. */
@ObjectType({ simpleResolvers: true })
export class DeviceSilence {
  @Field(() => Date, { nullable: true, description: 'Since when it counts as silent; null: never heard.' })
  since: Date | null;
  @Field(() => Int, { description: 'Hours without a poll after which its branch calls a machine silent.' })
  limitHours: number;
  @Field(() => SilenceCauseEnum)
  cause: SilenceCause;
  @Field(() => Int, { description: 'Other watched machines at its location that you see.' })
  nearby: number;
  @Field(() => Int, { description: 'Those of them that are heard.' })
  heardNearby: number;
  @Field({ description: 'True: another machine was heard later at the address it had.' })
  addressTaken: boolean;
  @Field(() => CollectorStateEnum, {
    nullable: true,
    description: 'Of the collector that read it last. Null: unknown here.',
  })
  collectorState: CollectorState | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When that collector last told of a round.' })
  collectorReportedAt: Date | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Minutes by which the clock of that collector is off; null: it is right.',
  })
  collectorClockOffMinutes: number | null;
  @Field(() => CollectorFailureReasonEnum, {
    nullable: true,
    description: 'What a collector told of its address in its last round. Null: nothing bad.',
  })
  failure: FailureReason | null;
}
