import { DateScalar, DateTimeScalar, connectionOf } from '@platen/platform';
import { CountScalar } from '@platen/platform';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Customer } from '../customers/customer.type';
import { type CollectorState, type FailureReason, collectorStates, failureReasons } from './collector.row';

const named = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;

export const CollectorStateEnum = named(collectorStates);
registerEnumType(CollectorStateEnum, {
  name: 'CollectorState',
  description: 'WAITING: not heard of yet. SILENT: missed three rounds. REVOKED: its key was taken away.',
});
export const CollectorFailureReasonEnum = named(failureReasons);
registerEnumType(CollectorFailureReasonEnum, {
  name: 'CollectorFailureReason',
  description: 'ENDLESS: more requests than a poll may take. NO_PRINTER: answers, and is none.',
});

/** A range that a collector searches, and how far it has come. */
@ObjectType({ simpleResolvers: true })
export class CollectorCoverage {
  @Field()
  range: string;
  @Field(() => Int)
  addresses: number;
  @Field(() => Int, { description: 'Addresses asked so far.' })
  asked: number;
  @Field(() => Int)
  printers: number;
  @Field(() => Int, { description: 'Machines that answered and are no printers.' })
  others: number;
}

/** An address that did not answer well in the last round. */
@ObjectType({ simpleResolvers: true })
export class CollectorFailure {
  @Field()
  address: string;
  @Field(() => CollectorFailureReasonEnum)
  reason: FailureReason;
  @Field(() => DateTimeScalar)
  since: Date;
}

/** What a collector told of its last round. */
@ObjectType({ simpleResolvers: true })
export class CollectorReportType {
  @Field({ description: 'Version of the program.' })
  version: string;
  @Field(() => DateTimeScalar, { description: 'When the program was started.' })
  startedAt: Date;
  @Field(() => Int)
  devicesReached: number;
  @Field(() => Int)
  devicesFailed: number;
  @Field(() => CountScalar, { description: 'Requests sent to printers.' })
  requests: number;
  @Field(() => CountScalar, { description: 'Packets sent while searching.' })
  packets: number;
  @Field(() => CountScalar, { description: 'Readings that wait on its disk, in bytes.' })
  spoolBytes: number;
  @Field(() => Int, { description: 'Its clock less that of the server.' })
  clockOffsetSeconds: number;
  @Field({ description: 'True where its clock is off by more than five minutes.' })
  isClockOff: boolean;
  @Field({ description: 'True where a newer version is known.' })
  isOutdated: boolean;
  @Field(() => [CollectorCoverage])
  coverage: CollectorCoverage[];
}

/** The program in a customer's network that reads machines. */
@Directive('@key(fields: "id")')
@ObjectType('Collector', { simpleResolvers: true })
export class Collector {
  @Field(() => ID)
  id: string;
  @Field()
  name: string;
  @Field(() => CollectorStateEnum)
  state: CollectorState;
  @Field(() => [String], {
    description: '10.1.2.0/24, 10.1.2.10-10.1.2.40, an address or the name of a host.',
  })
  ranges: readonly string[];
  @Field(() => [String])
  excludeAddresses: readonly string[];
  @Field(() => [String])
  excludeModels: readonly string[];
  @Field(() => [String])
  excludeSerials: readonly string[];
  @Field(() => Int)
  intervalSeconds: number;
  @Field(() => DateTimeScalar)
  createdAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: never.' })
  lastReportAt: Date | null;
  @Field(() => Customer, { nullable: true })
  customer: Customer;

  siteId: string | null;
}

export const CollectorConnection = connectionOf('Collector', () => Collector);

@InputType('CollectorFilter')
export class CollectorFilterInput {
  @Field(() => String, { nullable: true, description: 'Part of the name; at most 80 characters.' })
  search?: string | null;
  @Field(() => CollectorStateEnum, { nullable: true })
  state?: CollectorState | null;
}

/** What a collector is to read. Credentials of printers are not here: they stay on the collector's machine. */
@ObjectType({ simpleResolvers: true })
export class CollectorSettings {
  @Field()
  name: string;
  @Field(() => [String])
  ranges: readonly string[];
  @Field(() => [String])
  excludeAddresses: readonly string[];
  @Field(() => [String])
  excludeModels: readonly string[];
  @Field(() => [String])
  excludeSerials: readonly string[];
  @Field(() => Int)
  intervalSeconds: number;
  @Field(() => DateTimeScalar)
  serverTime: Date;
}

/** A newer version, as whoever publishes it signed it. */
@ObjectType('CollectorRelease', { simpleResolvers: true })
export class CollectorReleaseType {
  @Field()
  version: string;
  @Field(() => DateScalar)
  releasedOn: string;
  @Field()
  notesUrl: string;
  @Field()
  sha256: string;
  @Field({ description: 'Ed25519 over the four values above, a line each; base64.' })
  signature: string;
}
