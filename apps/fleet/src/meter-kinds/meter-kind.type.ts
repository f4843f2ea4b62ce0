import type { MeterUnit } from '@platen/contracts';
import { Field, Int, ObjectType } from 'type-graphql';
import { MeterUnitEnum } from '../enums';

/** What a meter counts. */
@ObjectType({ simpleResolvers: true, description: 'What a meter counts; the same for all machines.' })
export class MeterKind {
  @Field({ description: 'Stable; found in Meter.kind.' })
  code: string;
  @Field({ description: "In the viewer's language." })
  name: string;
  @Field(() => MeterUnitEnum)
  unit: MeterUnit;
  @Field({ description: 'The work counted: all, print, copy, fax, scan or other.' })
  family: string;
  @Field(() => String, { nullable: true, description: 'mono or color; null where both count.' })
  color: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'large, small, a3, a4, a5, long; null where any size counts.',
  })
  paper: string | null;
  @Field({ description: 'True where two-sided sheets are counted.' })
  duplex: boolean;
  @Field(() => Int, { description: 'Order in which people read kinds.' })
  position: number;
}
