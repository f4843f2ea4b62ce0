import {
  CountScalar,
  DateTimeScalar,
  IdempotencyConflictError,
  InvalidInputError,
  UserError,
} from '@platen/platform';
import { Directive, Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { SiteNotFoundError } from '../devices/device-errors.type';
import { Collector, CollectorFailureReasonEnum } from './collector.type';
import type { FailureReason } from './collector.row';

/** What both setting up and changing a collector ask for. */
@InputType()
abstract class CollectorWishInput {
  @Field({ description: '1 to 120 characters.' })
  name: string;
  @Field(() => ID, { description: 'Where it stands; it belongs to the customer of this site.' })
  siteId: string;
  @Field(() => [String], { description: 'At most 64, of at most 4096 addresses each.' })
  ranges: string[];
  @Field(() => [String], { description: 'Addresses and ranges that are never asked.' })
  excludeAddresses: string[];
  @Field(() => [String], { description: 'Parts of models whose machines are left alone.' })
  excludeModels: string[];
  @Field(() => [String], { description: 'Serial numbers of machines that are left alone.' })
  excludeSerials: string[];
  @Field(() => Int, { description: 'Seconds between two rounds, 300 to 86,400.' })
  intervalSeconds: number;
}

@InputType()
export class CreateCollectorInput extends CollectorWishInput {
  @Field({ description: 'Same key, same collector: it is made once. 8 to 255 characters.' })
  idempotencyKey: string;
}

@InputType()
export class UpdateCollectorInput extends CollectorWishInput {
  @Field(() => ID)
  collectorId: string;
}

@InputType()
export class CollectorCoverageInput {
  @Field()
  range: string;
  @Field(() => Int)
  addresses: number;
  @Field(() => Int)
  asked: number;
  @Field(() => Int)
  printers: number;
  @Field(() => Int)
  others: number;
}

@InputType()
export class CollectorFailureInput {
  @Field()
  address: string;
  @Field(() => CollectorFailureReasonEnum)
  reason: FailureReason;
}

@InputType({ description: 'One round of a collector.' })
export class ReportCollectorInput {
  @Field()
  version: string;
  @Field()
  hostName: string;
  @Field(() => DateTimeScalar)
  startedAt: Date;
  @Field(() => DateTimeScalar, { description: "The collector's own time as it sends this." })
  clock: Date;
  @Field(() => Int)
  devicesReached: number;
  @Field(() => [CollectorFailureInput])
  failures: CollectorFailureInput[];
  @Field(() => CountScalar)
  requests: number;
  @Field(() => CountScalar)
  packets: number;
  @Field(() => CountScalar)
  spoolBytes: number;
  @Field(() => [CollectorCoverageInput])
  coverage: CollectorCoverageInput[];
}

@ObjectType({ simpleResolvers: true })
export class CreateCollectorSuccess {
  @Field(() => Collector)
  collector: Collector;
}

@ObjectType({ simpleResolvers: true })
export class UpdateCollectorSuccess {
  @Field(() => Collector)
  collector: Collector;
}

@ObjectType({ simpleResolvers: true })
export class ReportCollectorSuccess {
  @Field(() => DateTimeScalar)
  serverTime: Date;
  @Field(() => Int, { description: "The collector's clock less that of the server." })
  clockOffsetSeconds: number;
}

/** Unknown, or not yours to look after. */
@Directive('@shareable')
@ObjectType({ implements: UserError, simpleResolvers: true })
export class CollectorNotFoundError extends UserError {}

export const CreateCollectorResult = createUnionType({
  name: 'CreateCollectorResult',
  types: () =>
    [CreateCollectorSuccess, SiteNotFoundError, InvalidInputError, IdempotencyConflictError] as const,
});

export const UpdateCollectorResult = createUnionType({
  name: 'UpdateCollectorResult',
  types: () =>
    [UpdateCollectorSuccess, CollectorNotFoundError, SiteNotFoundError, InvalidInputError] as const,
});

export const ReportCollectorResult = createUnionType({
  name: 'ReportCollectorResult',
  types: () => [ReportCollectorSuccess, CollectorNotFoundError] as const,
});
