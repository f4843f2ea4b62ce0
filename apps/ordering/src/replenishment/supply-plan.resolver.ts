import { Authorized, type GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { OrderedDevice } from '../orders/order.type';
import type { SupplyPlanRow, SupplyPlanService } from './supply-plan.service';
import { SupplyDecision, SupplyPlan } from './supply-plan.type';
import { toDecisionType, toPlanType } from './to-plan-type';

/** What the automatic ordering says of a machine. Nullable: without ordering the machine is still shown. */
@Resolver(() => OrderedDevice)
export class DevicePlansResolver {
  constructor(private readonly service: SupplyPlanService) {}

  @Authorized('order:read')
  @FieldResolver(() => [SupplyPlan], {
    nullable: true,
    description: 'How automatic ordering sees each supply; empty for a machine that is not monitored.',
  })
  async supplyPlans(@Root() device: OrderedDevice, @Ctx() context: GraphqlContext): Promise<SupplyPlan[]> {
    const { actor } = context;
    const loader = context.loader(
      'supply plans',
      () => new DataLoader<string, SupplyPlanRow[]>((ids) => this.service.ofDevices(actor, ids)),
    );
    return (await loader.load(device.id)).map((row) => toPlanType(row, actor.locale));
  }
}

@Resolver(() => SupplyPlan)
export class SupplyPlanResolver {
  constructor(private readonly service: SupplyPlanService) {}

  @Authorized('order:read')
  @FieldResolver(() => [SupplyDecision], { description: 'Newest first, at most 50.' })
  async decisions(
    @Root() plan: SupplyPlan,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10 }) first: number | null,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<SupplyDecision[]> {
    const rows = await this.service.decisionsOf(actor, plan, first ?? 10);
    return rows.map((row) => toDecisionType(row, actor.locale));
  }
}
