import { DateScalar } from '@platen/platform';
import { ledgerStates } from '@platen/replenishment';
import type { SupplyColor, SupplyKind } from '@platen/contracts';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { SupplyColorEnum, SupplyKindEnum } from '../articles/supply-enums';
import { type NextStep, nextSteps } from './next-step';
import { enumOf } from '../enum-of';

const NextStepEnum = enumOf(nextSteps);
registerEnumType(NextStepEnum, {
  name: 'ReplenishmentStep',
  description: 'What happens next for a supply without anybody doing anything.',
});

const LedgerStateEnum = Object.fromEntries(ledgerStates.map((state) => [state, state]));
registerEnumType(LedgerStateEnum, {
  name: 'ReplenishmentState',
  description: 'Where a supply stands between two orders.',
});

@ObjectType({ simpleResolvers: true, description: 'How long a supply is expected to last.' })
export class SupplyForecast {
  @Field(() => Float, { description: 'What is believed to be left; a gauge in steps shows less of it.' })
  leftPercent: number;
  @Field(() => Float, { description: 'What a plain working day uses.' })
  percentPerDay: number;
  @Field(() => DateScalar, { description: 'One in ten runs out before this day.' })
  emptyFrom: string;
  @Field(() => DateScalar)
  emptyLikely: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Nine in ten have run out by this day; null: not within two years.',
  })
  emptyTo: string | null;
  @Field(() => Float, {
    description: 'Chance to run out before an order of the next working day would arrive.',
  })
  riskPercent: number;
  @Field(() => Float, { description: 'The chance above which an order is placed.' })
  riskLimitPercent: number;
  @Field(() => Float, {
    nullable: true,
    description: 'What is left when an order becomes due; it moves with the pace.',
  })
  reorderAtPercent: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'When an order is expected to become due.' })
  orderLikely: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What was decided about a supply, and why.' })
export class SupplyDecision {
  @Field(() => ID)
  id: string;
  @Field()
  decidedAt: Date;
  @Field({ description: 'True when it led to an order.' })
  ordered: boolean;
  @Field({ description: 'Stable, for programs.' })
  code: string;
  @Field({ description: "The same for people, in the viewer's language." })
  text: string;
  @Field(() => Float, { nullable: true, description: 'Level that was believed at that time.' })
  levelPercent: number | null;
  @Field(() => SupplyForecast, { nullable: true, description: 'What was expected at that time.' })
  forecast: SupplyForecast | null;
}

@ObjectType({ simpleResolvers: true, description: 'How the automatic ordering sees a supply of a device.' })
export class SupplyPlan {
  /** for the decisions */
  deviceId: string;
  @Field({ description: 'Place in the device, as in Supply.slot.' })
  slot: string;
  @Field(() => SupplyKindEnum)
  kind: SupplyKind;
  @Field(() => SupplyColorEnum, { nullable: true, description: 'Null for what has no colour.' })
  color: SupplyColor | null;
  @Field(() => LedgerStateEnum)
  state: string;
  @Field(() => NextStepEnum)
  nextStep: NextStep;
  @Field({ description: 'Stable, for programs.' })
  code: string;
  @Field({ description: "What is done and why, in the viewer's language." })
  text: string;
  @Field({ description: 'When it was looked at last.' })
  plannedAt: Date;
  @Field(() => SupplyForecast, { nullable: true, description: 'Null while too little is known.' })
  forecast: SupplyForecast | null;
}
