import type { SupplyClass, SupplyColor, SupplyKind } from '@platen/contracts';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import {
  LevelStateEnum,
  type ReadSource,
  ReadSourceEnum,
  type ShownLevelState,
  SupplyClassEnum,
  SupplyColorEnum,
  SupplyKindEnum,
} from '../enums';

/** How much of a supply is left, with the value's age and source. */
@ObjectType({ simpleResolvers: true })
export class SupplyLevel {
  @Field(() => LevelStateEnum)
  state: ShownLevelState;
  @Field(() => Float, { nullable: true, description: 'Only where the state is PERCENT.' })
  percent: number | null;
  @Field(() => Date, { nullable: true })
  at: Date | null;
  @Field(() => ReadSourceEnum, { nullable: true })
  source: ReadSource | null;
}

/** Days until a supply is empty (or full) at the pace of the last weeks, as a range. */
@ObjectType({ simpleResolvers: true })
export class DaysLeft {
  @Field(() => Int)
  low: number;
  @Field(() => Int)
  high: number;
}

/** What a machine consumes or fills: toner, drum, waste box. */
@ObjectType({ simpleResolvers: true })
export class Supply {
  @Field(() => ID)
  id: string;
  @Field({ description: 'Position in the machine, stable between polls.' })
  slot: string;
  @Field(() => SupplyKindEnum)
  kind: SupplyKind;
  @Field(() => SupplyColorEnum)
  color: SupplyColor;
  @Field(() => SupplyClassEnum)
  class: SupplyClass;
  @Field({ description: "The machine's own words." })
  description: string;
  @Field(() => String, { nullable: true })
  cartridgeSerial: string | null;
  @Field(() => SupplyLevel)
  level: SupplyLevel;
  @Field({ description: 'True at or below the level at which the branch orders.' })
  low: boolean;
  @Field(() => Float, {
    nullable: true,
    description: 'The level at which the branch orders; null where nothing is ordered by level.',
  })
  reorderPercent: number | null;
  @Field(() => DaysLeft, { nullable: true, description: 'Null while too little is known to say.' })
  daysLeft: DaysLeft | null;
}
