import { Authorized, type GraphqlContext } from '@platen/platform';
import { Ctx, Query, Resolver } from 'type-graphql';
import { FleetSummaryService } from './fleet-summary.service';
import { FleetSummary } from './fleet-summary.type';

/** The overview's figures. */
@Resolver()
export class FleetSummaryResolver {
  constructor(private readonly service: FleetSummaryService) {}

  @Authorized('device:read')
  @Query(() => FleetSummary, { nullable: true })
  fleetSummary(@Ctx() { actor }: GraphqlContext): Promise<FleetSummary> {
    return this.service.summarise(actor);
  }
}
