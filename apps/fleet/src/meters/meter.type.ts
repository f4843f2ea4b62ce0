import type { MeterUnit } from '@platen/contracts';
import { CountScalar } from '@platen/platform';
import { Field, ID, ObjectType } from 'type-graphql';
import { MeterUnitEnum, type ReadSource, ReadSourceEnum } from '../enums';

/** One counter of a machine with its newest value, that value's age and where it comes from. */
@ObjectType({ simpleResolvers: true })
export class Meter {
  @Field(() => ID)
  id: string;
  @Field({ description: 'What is counted, for example total, mono, color, scan.' })
  kind: string;
  @Field(() => MeterUnitEnum)
  unit: MeterUnit;
  @Field(() => CountScalar, { nullable: true, description: 'Null until it was read once.' })
  value: number | null;
  @Field(() => Date, { nullable: true })
  readAt: Date | null;
  @Field(() => ReadSourceEnum, { nullable: true })
  source: ReadSource | null;
}
