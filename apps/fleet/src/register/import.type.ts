import {
  type Connection,
  IdempotencyConflictError,
  InvalidInputError,
  UserError,
  connectionOf,
} from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { OrganisationNotFoundError } from '../sites/change-sites.type';
import type { ImportState } from './import.service';
import type { RowVerdict } from './judge-rows';

const upper = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value.toUpperCase(), value])) as Record<string, Value>;

export const RowVerdictEnum = upper<RowVerdict>(['new', 'changes', 'same', 'refused']);
registerEnumType(RowVerdictEnum, { name: 'DeviceRowVerdict' });
export const ImportStateEnum = upper<ImportState>([
  'uploading',
  'checking',
  'checked',
  'unreadable',
  'importing',
  'done',
  'outdated',
]);
registerEnumType(ImportStateEnum, {
  name: 'DeviceImportState',
  description: 'OUTDATED: the register went on since the check, and nothing was written.',
});

@ObjectType({ simpleResolvers: true })
export class DeviceRowProblem {
  @Field({ description: 'Head of the column in lists, for example serial_number.' })
  column: string;
  @Field()
  message: string;
}

/** What becomes of one row of a list. */
@ObjectType({ simpleResolvers: true })
export class DeviceImportRow {
  @Field(() => Int, { description: 'As a spreadsheet numbers it.' })
  line: number;
  @Field(() => RowVerdictEnum)
  verdict: RowVerdict;
  @Field()
  serialNumber: string;
  @Field()
  name: string;
  @Field()
  site: string;
  @Field(() => [DeviceRowProblem])
  problems: DeviceRowProblem[];
}

export const DeviceImportRowConnection: new () => Connection<DeviceImportRow> = connectionOf(
  'DeviceImportRow',
  () => DeviceImportRow,
);

/** A list of machines on its way into the register; kept for two days. */
@ObjectType('DeviceImport', { simpleResolvers: true })
export class DeviceImport {
  @Field(() => ID)
  id: string;
  @Field(() => ImportStateEnum)
  state: ImportState;
  @Field(() => String, { nullable: true, description: 'Why it could not be read.' })
  problem: string | null;
  @Field(() => String, { nullable: true, description: 'For example utf-8 or windows-1252.' })
  encoding: string | null;
  @Field(() => String, { nullable: true })
  delimiter: string | null;
  @Field(() => String, { nullable: true, description: 'Stands for the verdicts: import with it.' })
  digest: string | null;
  @Field({ description: 'Places that are not known are made where their address is told.' })
  makeSites: boolean;
  @Field(() => Int)
  newRows: number;
  @Field(() => Int)
  changedRows: number;
  @Field(() => Int)
  sameRows: number;
  @Field(() => Int)
  refusedRows: number;
  @Field(() => Int)
  newSites: number;
}

@InputType()
export class StartDeviceImportInput {
  @Field({ description: 'Same key, same list. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => ID)
  customerId: string;
}

@InputType()
export class AddDeviceImportPartInput {
  @Field(() => ID)
  importId: string;
  @Field(() => Int, { description: 'From 0, at most 99.' })
  part: number;
  @Field({ description: 'Up to 150 KiB of the file, in base64.' })
  content: string;
}

@InputType()
export class CheckDeviceImportInput {
  @Field(() => ID)
  importId: string;
  @Field()
  makeSites: boolean;
}

@InputType()
export class ImportDevicesInput {
  @Field(() => ID)
  importId: string;
  @Field({ description: 'Of the verdicts that were seen.' })
  digest: string;
}

@ObjectType({ simpleResolvers: true })
export class DeviceImportSuccess {
  @Field(() => DeviceImport)
  import: DeviceImport;
}

/** Unknown, of another branch, forgotten, or past this step. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class DeviceImportNotFoundError extends UserError {}

/** Not the verdicts that were seen: check again. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class DeviceImportOutdatedError extends UserError {}

export const StartDeviceImportResult = createUnionType({
  name: 'StartDeviceImportResult',
  types: () =>
    [DeviceImportSuccess, OrganisationNotFoundError, InvalidInputError, IdempotencyConflictError] as const,
});

export const AddDeviceImportPartResult = createUnionType({
  name: 'AddDeviceImportPartResult',
  types: () => [DeviceImportSuccess, DeviceImportNotFoundError, InvalidInputError] as const,
});

export const CheckDeviceImportResult = createUnionType({
  name: 'CheckDeviceImportResult',
  types: () => [DeviceImportSuccess, DeviceImportNotFoundError] as const,
});

export const ImportDevicesResult = createUnionType({
  name: 'ImportDevicesResult',
  types: () => [DeviceImportSuccess, DeviceImportNotFoundError, DeviceImportOutdatedError] as const,
});
