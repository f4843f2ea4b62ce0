import type { SupplyKind } from '@platen/contracts';
import { DateScalar, InvalidInputError, UserError } from '@platen/platform';
import { Field, Float, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { SupplyKindEnum } from '../articles/supply-enums';
import { OrderedDevice } from '../orders/order.type';

@ObjectType({ simpleResolvers: true, description: 'A location where parcels are put together differently.' })
export class SiteConsolidation {
  @Field(() => ID)
  siteId: string;
  @Field(() => Int)
  consolidationBusinessDays: number;
}

@ObjectType({ simpleResolvers: true, description: 'How a branch lets supplies be ordered by themselves.' })
export class ReplenishmentSettings {
  @Field(() => Int, { description: 'To be sent back with a change; 0 while the usual settings hold.' })
  version: number;
  @Field(() => [SupplyKindEnum], { description: 'Kinds that are ordered by themselves.' })
  kinds: SupplyKind[];
  @Field(() => Float, {
    description: 'Chance of running out that is accepted rather than having a spare lie there another day.',
  })
  riskPercent: number;
  @Field(() => Int, {
    description: 'Working days that an order may be early to share a parcel; 0: each supply for itself.',
  })
  consolidationBusinessDays: number;
  @Field(() => [SiteConsolidation], { description: 'Locations where that is otherwise.' })
  sites: SiteConsolidation[];
  @Field(() => Int, { description: 'Level of the branch at which is ordered where no forecast carries.' })
  reorderPercent: number;
  @Field(() => [Int], { description: 'Working days that the newest deliveries took, as reported.' })
  leadDays: readonly number[];
  @Field(() => [Float], {
    nullable: true,
    description: 'Print volume of each month in relation to the mean, January first; null: not learned yet.',
  })
  season: readonly number[] | null;
}

@InputType()
export class SiteConsolidationInput {
  @Field(() => ID)
  siteId: string;
  @Field(() => Int)
  consolidationBusinessDays: number;
}

@InputType()
export class ReplenishmentSettingsInput {
  @Field(() => [SupplyKindEnum])
  kinds: SupplyKind[];
  @Field(() => Float)
  riskPercent: number;
  @Field(() => Int)
  consolidationBusinessDays: number;
  @Field(() => [SiteConsolidationInput])
  sites: SiteConsolidationInput[];
}

@InputType()
export class SaveReplenishmentSettingsInput {
  @Field(() => Int, { description: 'As it was read.' })
  version: number;
  @Field(() => ReplenishmentSettingsInput)
  settings: ReplenishmentSettingsInput;
}

@ObjectType({ simpleResolvers: true })
export class SaveReplenishmentSettingsSuccess {
  @Field(() => ReplenishmentSettings)
  settings: ReplenishmentSettings;
}

/** Somebody else changed them meanwhile; read them again. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class ReplenishmentChangedError extends UserError {}

export const SaveReplenishmentSettingsResult = createUnionType({
  name: 'SaveReplenishmentSettingsResult',
  types: () => [SaveReplenishmentSettingsSuccess, ReplenishmentChangedError, InvalidInputError] as const,
});

@InputType()
export class SetReplenishmentEndInput {
  @Field(() => ID)
  deviceId: string;
  @Field(() => DateScalar, { nullable: true, description: 'Today or later; null: no end.' })
  stopsOn: string | null;
}

@ObjectType({ simpleResolvers: true })
export class SetReplenishmentEndSuccess {
  @Field(() => OrderedDevice, { nullable: true })
  device: OrderedDevice | null;
}

/** Unknown, or not one that you may look after: nobody can tell which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class ReplenishmentDeviceNotFoundError extends UserError {}

export const SetReplenishmentEndResult = createUnionType({
  name: 'SetReplenishmentEndResult',
  types: () => [SetReplenishmentEndSuccess, ReplenishmentDeviceNotFoundError, InvalidInputError] as const,
});
