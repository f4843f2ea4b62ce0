import { CountScalar } from '@platen/platform';
import { Field, ObjectType } from 'type-graphql';

/** The fleet you can see, in figures: machines in use by their one state. */
@ObjectType({ simpleResolvers: true })
export class FleetSummary {
  @Field(() => CountScalar)
  devices: number;
  @Field(() => CountScalar)
  working: number;
  @Field(() => CountScalar)
  warning: number;
  @Field(() => CountScalar)
  down: number;
  @Field(() => CountScalar)
  silent: number;
  @Field(() => CountScalar)
  notMonitored: number;
  @Field(() => CountScalar, { description: 'Registered, but not there yet.' })
  planned: number;
  @Field(() => CountScalar)
  inRepair: number;
  @Field(() => CountScalar, { description: 'Supplies at or below the level at which the branch orders.' })
  lowSupplies: number;
}
