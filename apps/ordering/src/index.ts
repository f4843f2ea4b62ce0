import { defineService } from '@platen/platform';
import { OrderingTables1795255200000 } from '../migrations/1795255200000-ordering-tables';
import { OrderEvents1795510000000 } from '../migrations/1795510000000-order-events';
import { ReplenishmentEngine1795530000000 } from '../migrations/1795530000000-replenishment-engine';
import { OrderReturns1795510200000 } from '../migrations/1795510200000-order-returns';
import { Shipments1795510100000 } from '../migrations/1795510100000-shipments';
import { PeopleOrder1795520000000 } from '../migrations/1795520000000-people-order';
import { ReplenishmentSettings1795530100000 } from '../migrations/1795530100000-replenishment-settings';
import { Approvals1795520100000 } from '../migrations/1795520100000-approvals';
import { type OrderingApp, composeOrdering } from './app';
import { ApprovalRuleEntity } from './approvals/approval-rule.entity';
import { ApprovalResolver } from './approvals/approval.resolver';
import { ArticleEntity, ArticleFitEntity } from './articles/article.entity';
import { articleLoader } from './articles/article.loader';
import { CarrierEntity } from './carriers/carrier.entity';
import { CarrierResolver } from './carriers/carrier.resolver';
import { DeviceOrdersResolver } from './orders/device-orders.resolver';
import { OrderEntity, OrderLineEntity } from './orders/order.entity';
import { OrderEventEntity } from './orders/order-event.entity';
import { OrderLifeResolver } from './orders/order-life.resolver';
import { orderLoader } from './orders/order.loader';
import { OrderResolver } from './orders/order.resolver';
import { OrderTimelineResolver } from './orders/timeline.resolver';
import { placingConsumers } from './placing/placing.events';
import { PlacingResolver } from './placing/placing.resolver';
import { KnownCustomerEntity } from './projections/known-customer.entity';
import { KnownDeviceEntity } from './projections/known-device.entity';
import { KnownSupplyEntity } from './projections/known-supply.entity';
import { projectionConsumers } from './projections/projection.events';
import { DecisionEntity } from './replenishment/decision.entity';
import { DeviceTrackEntity } from './replenishment/device-track.entity';
import { BranchReplenishmentEntity } from './replenishment/branch-replenishment.entity';
import { DeviceDayEntity } from './replenishment/device-day.entity';
import { replenishmentJobs, replenishmentSchedules } from './replenishment/replenishment.jobs';
import { replenishmentConsumers } from './replenishment/replenishment.events';
import { ReplenishmentSettingsResolver } from './replenishment/settings.resolver';
import { SupplyLedgerEntity } from './replenishment/supply-ledger.entity';
import { DevicePlansResolver, SupplyPlanResolver } from './replenishment/supply-plan.resolver';
import { OrderReturnEntity } from './returns/order-return.entity';
import { OrderReturnResolver } from './returns/order-return.resolver';
import { ShipmentEntity, ShipmentLineEntity } from './shipments/shipment.entity';
import { ShipmentLineResolver, ShipmentResolver } from './shipments/shipment.resolver';

export type { OrderingApp };

/** Supplies: catalogue, orders, delivery estimates, replenishment. */
export const ordering = defineService<OrderingApp>({
  name: 'ordering',
  entities: [
    ApprovalRuleEntity,
    ArticleEntity,
    ArticleFitEntity,
    BranchReplenishmentEntity,
    CarrierEntity,
    DecisionEntity,
    DeviceDayEntity,
    DeviceTrackEntity,
    KnownCustomerEntity,
    KnownDeviceEntity,
    KnownSupplyEntity,
    OrderEntity,
    OrderEventEntity,
    OrderLineEntity,
    OrderReturnEntity,
    ShipmentEntity,
    ShipmentLineEntity,
    SupplyLedgerEntity,
  ],
  migrations: [
    OrderingTables1795255200000,
    OrderEvents1795510000000,
    Shipments1795510100000,
    OrderReturns1795510200000,
    PeopleOrder1795520000000,
    Approvals1795520100000,
    ReplenishmentEngine1795530000000,
    ReplenishmentSettings1795530100000,
  ],
  resolvers: [
    OrderResolver,
    DeviceOrdersResolver,
    OrderTimelineResolver,
    OrderLifeResolver,
    ShipmentResolver,
    ShipmentLineResolver,
    CarrierResolver,
    OrderReturnResolver,
    DevicePlansResolver,
    SupplyPlanResolver,
    ReplenishmentSettingsResolver,
    PlacingResolver,
    ApprovalResolver,
  ],
  compose: composeOrdering,
  resolverInstances: (app) => [
    new OrderResolver(app.orders),
    new DeviceOrdersResolver(app.orders),
    new OrderTimelineResolver(app.timelines),
    new OrderLifeResolver(app.life, app.orders, app.branches),
    new ShipmentResolver(app.recordShipments, app.shipments, app.orders),
    new ShipmentLineResolver(app.articles),
    new CarrierResolver(app.carriers),
    new OrderReturnResolver(app.returns, app.orders, app.branches),
    new DevicePlansResolver(app.supplyPlans),
    new SupplyPlanResolver(app.supplyPlans),
    new ReplenishmentSettingsResolver(app.replenishmentSettings, app.simulations),
    new PlacingResolver(app.placing, app.orderable, app.orders),
    new ApprovalResolver(app.approvals, app.approvalRules, app.orders),
  ],
  references: ({ orders, articles }) => ({
    // Whether the device exists is fleet's to say; its orders are looked up under the same policy as any other.
    Device: ({ id }) => ({ __typename: 'Device', id }),
    SupplyOrder: ({ id }, context) => orderLoader(context, orders).load(id),
    Article: ({ id }, context) => articleLoader(context, articles).load(id),
  }),
  load: ({ world }, data) => world.load(data),
  consumers: [...projectionConsumers, ...placingConsumers, ...replenishmentConsumers],
  jobs: [...replenishmentJobs],
  schedules: [...replenishmentSchedules],
});
