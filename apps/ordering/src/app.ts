import type { Clock } from '@platen/kernel';
import type { BranchAccess, ServicePlatform } from '@platen/platform';
import { ApprovalRuleService } from './approvals/approval-rules';
import { ApprovalService } from './approvals/approval.service';
import { ArticleService } from './articles/article.service';
import { CarrierService } from './carriers/carrier.service';
import { OrderLetters } from './orders/order-letters';
import { OrderLifeService } from './orders/order-life.service';
import { OrderPlacement } from './orders/order-placement';
import { OrderService } from './orders/order.service';
import { OrderTimelineService } from './orders/timeline.service';
import { OrderableSuppliesService } from './placing/orderable-supplies.service';
import { PlaceOrderService } from './placing/place-order.service';
import { ProjectionService } from './projections/projection.service';
import { DecisionMaker } from './replenishment/decision-maker';
import { ReplenishmentService } from './replenishment/replenishment.service';
import { ReplenishmentSettingsService } from './replenishment/settings.service';
import { SimulationService } from './replenishment/simulation.service';
import { SupplyPlanService } from './replenishment/supply-plan.service';
import { OrderReturnService } from './returns/order-return.service';
import { RecordShipmentService } from './shipments/record-shipment.service';
import { ShipmentService } from './shipments/shipment.service';
import { WorldLoader } from './world/world-loader';

/** The use cases of ordering, by name. */
export interface OrderingApp {
  readonly approvalRules: ApprovalRuleService;
  readonly approvals: ApprovalService;
  readonly articles: ArticleService;
  readonly orderable: OrderableSuppliesService;
  readonly clock: Clock;
  readonly orders: OrderService;
  readonly branches: BranchAccess;
  readonly life: OrderLifeService;
  readonly carriers: CarrierService;
  readonly shipments: ShipmentService;
  readonly recordShipments: RecordShipmentService;
  readonly returns: OrderReturnService;
  readonly timelines: OrderTimelineService;
  readonly placing: PlaceOrderService;
  readonly projections: ProjectionService;
  readonly replenishment: ReplenishmentService;
  readonly replenishmentSettings: ReplenishmentSettingsService;
  readonly simulations: SimulationService;
  readonly supplyPlans: SupplyPlanService;
  readonly world: WorldLoader;
}

/** Puts the use cases together. */
export function composeOrdering({
  work,
  clock,
  deviceAccess,
  branches,
  publicUrl,
}: ServicePlatform): OrderingApp {
  const articles = new ArticleService(work);
  const projections = new ProjectionService();
  const letters = new OrderLetters(projections, publicUrl);
  const placement = new OrderPlacement(projections, publicUrl);
  const replenishment = new ReplenishmentService(projections, new DecisionMaker(articles, placement), clock);
  return {
    approvalRules: new ApprovalRuleService(work, clock),
    approvals: new ApprovalService(work, deviceAccess, projections, placement, clock),
    articles,
    clock,
    orders: new OrderService(work, deviceAccess, clock),
    branches,
    life: new OrderLifeService(work, deviceAccess, projections, letters, clock),
    carriers: new CarrierService(work, clock),
    shipments: new ShipmentService(work, deviceAccess),
    recordShipments: new RecordShipmentService(work, deviceAccess, letters, clock),
    returns: new OrderReturnService(work, deviceAccess, clock),
    timelines: new OrderTimelineService(work, deviceAccess),
    orderable: new OrderableSuppliesService(work, deviceAccess, projections, clock),
    placing: new PlaceOrderService(work, deviceAccess, projections, placement, clock),
    projections,
    replenishment,
    replenishmentSettings: new ReplenishmentSettingsService(work, deviceAccess, replenishment, clock),
    simulations: new SimulationService(work, clock),
    supplyPlans: new SupplyPlanService(work, deviceAccess),
    world: new WorldLoader(work, clock),
  };
}
