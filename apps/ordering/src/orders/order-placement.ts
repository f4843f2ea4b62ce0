import { type BranchSettings, orderPlaced } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { expectedArrival } from '@platen/platform/calendar';
import type { Article } from '../articles/article.service';
import type { KnownDeviceEntity } from '../projections/known-device.entity';
import type { ProjectionService } from '../projections/projection.service';
import { deliveryAddress } from './delivery-address';
import { orderConfirmation } from './order-confirmation';
import { goOn } from './go-on';
import { lockOrderById } from './lock-order';
import { recordOrderEvent, theEngine } from './order-event';
import { type OrderStatus, canFollow, isLive } from './order-status';

/** An automatic order to be placed. */
export interface AutomaticOrder {
  readonly device: KnownDeviceEntity;
  readonly settings: BranchSettings;
  readonly article: Article;
  readonly supplySlot: string;
  readonly placedAt: Date;
  readonly decisionId: string;
  readonly levelPercent: number | null;
}

/** An order that is on its way to a supply. */
export interface LiveOrder {
  readonly id: string;
  readonly status: OrderStatus;
  /** yyyy-mm-dd */
  readonly expectedOn: string;
}

const INSERT_ORDER = `
  insert into supply_order (customer_id, branch_id, device_id, number, status, automatic, placed_at, expected_on,
    delivery_address, decision_id)
  values ($1, $2, $3, next_order_number($2, $4), 'received', true, $5, $6, $7, $8)
  returning id, number`;

const INSERT_LINE = `
  insert into order_line (order_id, customer_id, branch_id, device_id, position, article_id, quantity, supply_slot, automatic)
  values ($1, $2, $3, $4, 1, $5, 1, $6, true)`;

const FIND_LIVE = `
  select o.id, o.status, o.expected_on::text as "expectedOn"
  from order_line l join supply_order o on o.id = l.order_id
  where l.customer_id = $1 and l.device_id = $2 and l.supply_slot = $3 and l.closed_at is null
  order by o.placed_at limit 1`;

/** Registers orders: row, line, event and confirmation in the caller's transaction. */
export class OrderPlacement {
  constructor(
    private readonly projections: ProjectionService,
    private readonly publicUrl: string,
  ) {}

  /**
   * Orders one article for one supply. A second live automatic order for it is refused by the database.
   * @throws NotKnownYetError while nobody is known to confirm it to
   */
  async placeAutomatic(tx: Tx, order: AutomaticOrder): Promise<void> {
    const { device, settings } = order;
    const expectedOn = expectedArrival(settings, order.placedAt);
    const address = deliveryAddress(device.site);
    const [placed] = await tx.query<{ id: string; number: string }>(INSERT_ORDER, [
      device.customerId,
      device.branchId,
      device.id,
      settings.ordering.orderNumberStart,
      order.placedAt,
      expectedOn,
      address,
      order.decisionId,
    ]);
    if (!placed) throw new Error('An order was not stored.');
    await tx.query(INSERT_LINE, [
      placed.id,
      device.customerId,
      device.branchId,
      device.id,
      order.article.id,
      order.supplySlot,
    ]);
    const owner = { id: placed.id, customerId: device.customerId, branchId: device.branchId };
    await recordOrderEvent(tx, theEngine, owner, { kind: 'placed', happenedAt: order.placedAt });
    tx.emit(orderPlaced, {
      orderId: placed.id,
      customerId: device.customerId,
      branchId: device.branchId,
      deviceId: device.id,
      number: placed.number,
      automatic: true,
    });
    const to =
      device.deliveryContact?.email ?? (await this.projections.getNotificationEmail(tx, device.customerId));
    const confirmation = {
      ...order,
      ...placed,
      expectedOn,
      deliveryAddress: address,
      publicUrl: this.publicUrl,
    };
    tx.mail(`order-confirmed-${placed.id}`, orderConfirmation(to, confirmation));
  }

  /** The oldest open order for a supply, whoever placed it. */
  async findLive(
    tx: Tx,
    supply: { readonly customerId: string; readonly deviceId: string; readonly slot: string },
  ): Promise<LiveOrder | null> {
    const parameters = [supply.customerId, supply.deviceId, supply.slot];
    const [live] = await tx.query<LiveOrder>(FIND_LIVE, parameters);
    return live ?? null;
  }

  /** Closes an order that has arrived, with its lines. Nothing happens to one that is closed already. */
  async markDelivered(tx: Tx, orderId: string, at: Date): Promise<void> {
    const order = await lockOrderById(tx, orderId);
    if (!order || !isLive(order.status)) return;
    await goOn(tx, theEngine, order, { to: 'delivered', happenedAt: at, facts: { seen: true } });
  }

  /**
   * Gives up an order that should have come long ago: lost on the road, or never sent. Nothing happens to one that is
   * closed already.
   */
  async giveUp(tx: Tx, orderId: string, at: Date): Promise<void> {
    const order = await lockOrderById(tx, orderId);
    if (!order || !isLive(order.status)) return;
    const to = canFollow(order.status, 'lost') ? 'lost' : 'cancelled';
    await goOn(tx, theEngine, order, { to, happenedAt: at, facts: { overdue: true } });
  }
}
