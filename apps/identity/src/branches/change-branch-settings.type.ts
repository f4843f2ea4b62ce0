import { DateScalar, DateTimeScalar, InvalidInputError, UserError, connectionOf } from '@platen/platform';
import { Field, Float, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { BranchSettingsType } from './branch-settings.type';

/** The settings that stand, and since when. */
@ObjectType('PresentBranchSettings', { simpleResolvers: true })
export class PresentBranchSettingsType {
  @Field(() => Int, {
    description: 'Send it back with a change, so that nobody overwrites what he has not seen.',
  })
  version: number;
  @Field(() => DateTimeScalar)
  changedAt: Date;
  @Field(() => String, { nullable: true, description: 'Null for what the product itself wrote.' })
  changedByName: string | null;
  @Field(() => BranchSettingsType)
  settings: BranchSettingsType;
}

@ObjectType('SettingsDifference', { simpleResolvers: true })
export class SettingsDifferenceType {
  @Field({ description: 'For example ordering.cutOff, contacts.BILLING.mail.' })
  path: string;
  @Field(() => String, { nullable: true })
  before: string | null;
  @Field(() => String, { nullable: true })
  after: string | null;
}

@ObjectType('BranchVersion', { simpleResolvers: true })
export class BranchVersionType {
  @Field(() => Int)
  version: number;
  @Field(() => DateTimeScalar)
  changedAt: Date;
  @Field(() => String, { nullable: true })
  changedByName: string | null;
  @Field(() => Int, { nullable: true, description: 'The older version that was brought back.' })
  restoredFrom: number | null;
  @Field(() => [SettingsDifferenceType], { description: 'Against the version before.' })
  differences: readonly SettingsDifferenceType[];
}

export const BranchVersionConnection = connectionOf('BranchVersion', () => BranchVersionType);

@ObjectType('Holiday', { simpleResolvers: true })
export class HolidayType {
  @Field(() => DateScalar)
  on: string;
  @Field({ description: 'As its country names it.' })
  name: string;
}

@ObjectType('SettingsWarning', { simpleResolvers: true })
export class SettingsWarningType {
  @Field()
  path: string;
  @Field()
  message: string;
}

@ObjectType({ simpleResolvers: true })
export class PreviewBranchSettingsSuccess {
  @Field(() => [SettingsDifferenceType])
  differences: readonly SettingsDifferenceType[];
  @Field(() => DateScalar, { description: 'Expected arrival of an order registered now, as things are.' })
  arrivalNow: string;
  @Field(() => DateScalar, { description: 'The same under these settings.' })
  arrivalThen: string;
  @Field(() => [HolidayType])
  holidays: readonly HolidayType[];
  @Field(() => Int, { description: 'Organisations whose people could apply for an account by themselves.' })
  organisationsOpen: number;
  @Field(() => Float, { description: "Contrast of white text on the brand's color, 1 to 21." })
  brandContrast: number;
  @Field(() => [SettingsWarningType])
  warnings: readonly SettingsWarningType[];
}

export const PreviewBranchSettingsResult = createUnionType({
  name: 'PreviewBranchSettingsResult',
  types: () => [PreviewBranchSettingsSuccess, InvalidInputError] as const,
});

@InputType()
export class UpdateBranchSettingsInput {
  @Field(() => Int)
  expectedVersion: number;
  @Field(() => BranchSettingsType)
  settings: BranchSettingsType;
}

@ObjectType({ simpleResolvers: true })
export class UpdateBranchSettingsSuccess {
  @Field(() => PresentBranchSettingsType)
  present: PresentBranchSettingsType;
}

/** Somebody else was faster; nothing was changed. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class VersionConflictError extends UserError {
  @Field(() => Int)
  version: number;
  @Field(() => DateTimeScalar)
  changedAt: Date;
  @Field(() => String, { nullable: true })
  changedByName: string | null;
}

@ObjectType({ implements: UserError, simpleResolvers: true })
export class VersionNotFoundError extends UserError {}

export const UpdateBranchSettingsResult = createUnionType({
  name: 'UpdateBranchSettingsResult',
  types: () => [UpdateBranchSettingsSuccess, InvalidInputError, VersionConflictError] as const,
});

@InputType()
export class RestoreBranchVersionInput {
  @Field(() => Int)
  version: number;
  @Field(() => Int)
  expectedVersion: number;
}

@ObjectType({ simpleResolvers: true })
export class RestoreBranchVersionSuccess {
  @Field(() => PresentBranchSettingsType)
  present: PresentBranchSettingsType;
}

export const RestoreBranchVersionResult = createUnionType({
  name: 'RestoreBranchVersionResult',
  types: () =>
    [RestoreBranchVersionSuccess, InvalidInputError, VersionConflictError, VersionNotFoundError] as const,
});
