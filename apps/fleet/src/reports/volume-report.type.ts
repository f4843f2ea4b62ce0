import { CountScalar, InvalidInputError, UserError } from '@platen/platform';
import {
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  createUnionType,
  registerEnumType,
} from 'type-graphql';
import { ReadSourceEnum } from '../enums';
import type { ReadSource } from '../enums';
import type { FootprintFactor } from './footprint-factors';
import { type ReportBreakdown, type ReportScope, reportBreakdowns, reportScopes } from './report-query';

const named = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;

export const ReportScopeEnum = named(reportScopes);
registerEnumType(ReportScopeEnum, {
  name: 'ReportScope',
  description: 'Whose volumes are summed up. ALL: every machine that you see.',
});
export const ReportBreakdownEnum = named(reportBreakdowns);
registerEnumType(ReportBreakdownEnum, {
  name: 'ReportBreakdown',
  description: 'MONTH: no lines, only the sums of the months.',
});
export const UsageRuleEnum = named(['MODEL', 'FLEET'] as const);
registerEnumType(UsageRuleEnum, {
  name: 'UsageRule',
  description:
    "What a machine's mean month is compared with. MODEL: the range its model is recommended for. FLEET: the median of the report's machines.",
});

@InputType()
export class VolumeReportInput {
  @Field(() => ReportScopeEnum)
  of: ReportScope;
  @Field(() => [String], {
    nullable: true,
    description: 'Departments by name, all others by id; at most 100. None for ALL.',
  })
  ids?: string[] | null;
  @Field({ description: 'First month, yyyy-mm.' })
  from: string;
  @Field({ description: 'Last month, yyyy-mm; at most 36 months in all.' })
  to: string;
  @Field(() => ReportBreakdownEnum, { nullable: true })
  by?: ReportBreakdown | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Kinds of meters beyond total, mono, color, duplex and a3, for example scan; at most 10.',
  })
  kinds?: string[] | null;
  @Field(() => Int, { nullable: true, description: 'Lines with the most pages, 1 to 500; 50 if not said.' })
  first?: number | null;
}

/** Volumes of one kind of meter, in step with the report's months. */
@ObjectType({ simpleResolvers: true })
export class KindVolumes {
  @Field()
  kind: string;
  @Field(() => [CountScalar], { nullable: 'items' })
  volumes: readonly (number | null)[];
}

/** Pages by month. Lists are in step with the report's months; null is a month without any reading: a gap. */
@ObjectType({ simpleResolvers: true })
export class VolumeLine {
  @Field(() => String, {
    nullable: true,
    description:
      'Id of the machine, group or location, or the department; null for the sum and for no department.',
  })
  key: string | null;
  @Field(() => String, { nullable: true })
  name: string | null;
  @Field(() => String, { nullable: true, description: 'Serial number and model, or the town.' })
  note: string | null;
  @Field(() => [CountScalar], { nullable: 'items' })
  total: readonly (number | null)[];
  @Field(() => [CountScalar], { nullable: 'items' })
  mono: readonly (number | null)[];
  @Field(() => [CountScalar], { nullable: 'items' })
  color: readonly (number | null)[];
  @Field(() => [KindVolumes], { description: 'The kinds that were asked for.' })
  more: readonly KindVolumes[];
  @Field(() => [Int], { description: 'Machines that were read in each month.' })
  devices: readonly number[];
  @Field(() => CountScalar, { nullable: true, description: 'Pages of all months; null without any reading.' })
  sum: number | null;
  @Field(() => CountScalar, { nullable: true })
  monoSum: number | null;
  @Field(() => CountScalar, { nullable: true })
  colorSum: number | null;
  @Field(() => Float, {
    nullable: true,
    description: '0 to 1 of all pages; null where no machine counts it.',
  })
  colorShare: number | null;
  @Field(() => Float, { nullable: true, description: 'Pages on sheets printed on both sides; likewise.' })
  duplexShare: number | null;
  @Field(() => Float, { nullable: true, description: 'Pages on A3; likewise.' })
  a3Share: number | null;
}

/** How far one month is known. */
@ObjectType({ simpleResolvers: true })
export class MonthCoverage {
  @Field({ description: 'yyyy-mm' })
  month: string;
  @Field(() => CountScalar, { description: 'Machines in use in that month.' })
  expected: number;
  @Field(() => CountScalar, { description: 'Those of them that were read.' })
  read: number;
}

@ObjectType({ simpleResolvers: true })
export class SourceOfCounters {
  @Field(() => ReadSourceEnum)
  source: ReadSource;
  @Field(() => CountScalar)
  devices: number;
}

/** What stands behind the figures. */
@ObjectType({ simpleResolvers: true })
export class VolumeCoverage {
  @Field(() => [MonthCoverage])
  months: MonthCoverage[];
  @Field(() => CountScalar, { description: 'Machines in use that were never read at all.' })
  neverRead: number;
  @Field(() => [SourceOfCounters], { description: 'How the newest counter of each machine came.' })
  sources: SourceOfCounters[];
}

/** A machine used outside its range. */
@ObjectType({ simpleResolvers: true })
export class UsedDevice {
  @Field(() => ID)
  deviceId: string;
  @Field()
  name: string;
  @Field()
  serialNumber: string;
  @Field()
  model: string;
  @Field(() => CountScalar, { description: 'Pages of its mean full month.' })
  monthlyMean: number;
  @Field(() => CountScalar)
  rangeFrom: number;
  @Field(() => CountScalar)
  rangeTo: number;
  @Field(() => UsageRuleEnum)
  rule: 'MODEL' | 'FLEET';
}

/** Little and much used machines, by an open rule. */
@ObjectType({ simpleResolvers: true })
export class VolumeUsage {
  @Field(() => CountScalar, { description: 'Machines with enough full months to be judged.' })
  judged: number;
  @Field(() => CountScalar, {
    nullable: true,
    description: 'Pages of the mean month of the machine in the middle.',
  })
  median: number | null;
  @Field(() => Int, { description: 'Full months that a machine needs.' })
  leastMonths: number;
  @Field(() => Int, { description: 'Machines that a comparison with the median needs.' })
  leastDevices: number;
  @Field(() => Int, {
    description: 'Below the median divided by this, or above it times this, where no model says.',
  })
  factor: number;
  @Field(() => CountScalar)
  underCount: number;
  @Field(() => CountScalar)
  overCount: number;
  @Field(() => [UsedDevice])
  under: UsedDevice[];
  @Field(() => [UsedDevice])
  over: UsedDevice[];
}

@ObjectType('FootprintFactor', { simpleResolvers: true })
export class FootprintFactorType {
  @Field({ description: 'SHEET_GRAMS, PAPER_CO2, PAGE_ENERGY or ENERGY_CO2' })
  code: string;
  @Field(() => Float)
  value: number;
  @Field()
  unit: string;
  @Field()
  source: string;
  @Field(() => Int, { nullable: true, description: 'Year of the data; null for an assumption.' })
  year: number | null;
}

/** Paper and greenhouse gas of the pages, with the factors they were reckoned with. */
@ObjectType({ simpleResolvers: true })
export class VolumeFootprint {
  @Field(() => CountScalar)
  sheets: number;
  @Field(() => Float)
  paperKg: number;
  @Field(() => Float)
  energyKwh: number;
  @Field(() => Float, { description: 'Kilograms of CO2 equivalent.' })
  co2Kg: number;
  @Field(() => [FootprintFactorType])
  factors: readonly FootprintFactor[];
}

/** Print volumes by month. */
@ObjectType({ simpleResolvers: true })
export class VolumeReport {
  @Field(() => [String], { description: 'yyyy-mm, oldest first.' })
  months: string[];
  @Field(() => [String], { description: 'What it is about, by name; of customers their ids. Empty for ALL.' })
  names: readonly string[];
  @Field({ description: 'False: there are machines beyond those that you see.' })
  whole: boolean;
  @Field(() => String, { nullable: true, description: 'The month that is not over yet, yyyy-mm.' })
  runningMonth: string | null;
  @Field(() => VolumeLine)
  total: VolumeLine;
  @Field(() => [VolumeLine], { description: 'Most pages first.' })
  lines: readonly VolumeLine[];
  @Field(() => CountScalar, { description: 'Lines there are, shown or not.' })
  lineCount: number;
}

/** Something that the report is about does not exist, or you cannot see it. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class ReportScopeNotFoundError extends UserError {}

export const VolumeReportResult = createUnionType({
  name: 'VolumeReportResult',
  types: () => [VolumeReport, ReportScopeNotFoundError, InvalidInputError] as const,
});
