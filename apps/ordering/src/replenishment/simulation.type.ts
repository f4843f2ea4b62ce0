import { DateScalar, InvalidInputError } from '@platen/platform';
import { Field, Float, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { ReplenishmentSettingsInput } from './settings.type';

@InputType()
export class SimulateReplenishmentInput {
  @Field(() => ReplenishmentSettingsInput)
  settings: ReplenishmentSettingsInput;
  @Field(() => ID, { nullable: true, description: "Only this organisation's machines." })
  customerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only this machine.' })
  deviceId?: string | null;
  @Field(() => Int, { defaultValue: 90, description: 'Days back from today, 7 to 180.' })
  days: number;
}

@ObjectType({ simpleResolvers: true })
export class SimulatedOrder {
  @Field(() => ID)
  deviceId: string;
  @Field()
  slot: string;
  @Field(() => DateScalar)
  on: string;
}

@ObjectType({ simpleResolvers: true, description: 'What settings would have led to.' })
export class SimulatedOutcome {
  @Field(() => Int)
  orders: number;
  @Field(() => Int, { description: 'Working days on which a supply was empty and no spare lay there.' })
  emptyDays: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Mean days that a spare lay there; null: none was used.',
  })
  spareWaitDays: number | null;
  @Field(() => [SimulatedOrder], { description: 'The first hundred, oldest first.' })
  placed: readonly SimulatedOrder[];
}

@ObjectType({ simpleResolvers: true })
export class SimulateReplenishmentSuccess {
  @Field(() => Int, { description: 'Machines whose history was lived through, at most eight.' })
  devices: number;
  @Field(() => Int)
  supplies: number;
  @Field(() => SimulatedOutcome, { description: 'Under the settings in force.' })
  present: SimulatedOutcome;
  @Field(() => SimulatedOutcome)
  proposed: SimulatedOutcome;
}

export const SimulateReplenishmentResult = createUnionType({
  name: 'SimulateReplenishmentResult',
  types: () => [SimulateReplenishmentSuccess, InvalidInputError] as const,
});
