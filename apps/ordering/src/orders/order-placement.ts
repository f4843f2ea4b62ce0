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
import { type OrderEventActor, recordOrderEvent, theEngine } from './order-event';
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

/** An order to be registered, whoever placed it. */
export interface NewOrder {
  readonly device: KnownDeviceEntity;
  readonly settings: BranchSettings;
  readonly lines: readonly NewLine[];
  readonly automatic: boolean;
  readonly by: OrderEventActor;
  readonly placedAt: Date;
  readonly deliveryAddress: string;
  readonly decisionId: string | null;
  /** null for automatic orders */
  readonly request: OrderedBy | null;
}

/** One article of a new order. */
export interface NewLine {
  readonly articleId: string;
  readonly quantity: number;
  readonly supplySlot: string | null;
}

/** Who asked for an order, and on whose account. */
export interface OrderedBy {
  /** the same for what was ordered together */
  readonly batchId: string;
  readonly costCentre: string | null;
  readonly poNumber: string | null;
  readonly deliveryContact: unknown;
  readonly deliveryInstructions: string | null;
  /** why somebody has to approve it first; null: it is registered at once */
  readonly approvalReason: string | null;
}

/** An order that was registered. */
export interface PlacedOrder {
  readonly id: string;
  readonly number: string;
  /** yyyy-mm-dd */
  readonly expectedOn: string;
}

const INSERT_ORDER = `
  insert into supply_order (customer_id, branch_id, device_id, number, automatic, placed_at, expected_on,
    delivery_address, decision_id, batch_id, placed_by_kind, placed_by, cost_centre, po_number, delivery_contact,
    delivery_instructions, approval_reason, status)
  values ($1, $2, $3, next_order_number($2, $4), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
  returning id, number`;

const INSERT_LINES = `
  insert into order_line (order_id, customer_id, branch_id, device_id, position, article_id, quantity, supply_slot,
    automatic)
  select $1, $2, $3, $4, line.position, line.article_id, line.quantity, line.slot, $5
  from unnest($6::uuid[], $7::int[], $8::text[]) with ordinality line (article_id, quantity, slot, position)`;

const FIND_LIVE = `
  select o.id, o.status, o.expected_on::text as "expectedOn"
  from order_line l join supply_order o on o.id = l.order_id
  where l.customer_id = $1 and l.device_id = $2 and l.supply_slot = $3 and l.closed_at is null
  order by o.placed_at limit 1`;

/** Registers orders: row, line, event and confirmation in the caller's transaction. */
export class OrderPlacement {
  constructor(
    private readonly projections: ProjectionService,
    readonly publicUrl: string,
  ) {}

  /**
   * Orders one article for one supply. A second live automatic order for it is refused by the database.
   * @throws NotKnownYetError while nobody is known to confirm it to
   */
  async placeAutomatic(tx: Tx, order: AutomaticOrder): Promise<void> {
    const { device, article, supplySlot } = order;
    const address = deliveryAddress(device.site);
    const placed = await this.place(tx, {
      ...order,
      lines: [{ articleId: article.id, quantity: 1, supplySlot }],
      automatic: true,
      by: theEngine,
      deliveryAddress: address,
      request: null,
    });
    const to =
      device.deliveryContact?.email ?? (await this.projections.getNotificationEmail(tx, device.customerId));
    const confirmation = {
      ...order,
      ...placed,
      automatic: true,
      lines: [{ quantity: 1, article }],
      deliveryAddress: address,
      publicUrl: this.publicUrl,
    };
    tx.mail(`order-confirmed-${placed.id}`, orderConfirmation(to, order.settings.locale, confirmation));
  }

  /** Registers an order: row, lines and event. Whoever asked for it, or has to know of it, is told by the caller. */
  async place(tx: Tx, order: NewOrder): Promise<PlacedOrder> {
    const { device, settings, lines, request } = order;
    const { customerId, branchId } = device;
    const expectedOn = expectedArrival(settings, order.placedAt);
    const [placed] = await tx.query<{ id: string; number: string }>(INSERT_ORDER, [
      customerId,
      branchId,
      device.id,
      settings.ordering.orderNumberStart,
      order.automatic,
      order.placedAt,
      expectedOn,
      order.deliveryAddress,
      order.decisionId,
      request?.batchId,
      request && order.by.kind,
      request && order.by.id,
      request?.costCentre,
      request?.poNumber,
      request?.deliveryContact && JSON.stringify(request.deliveryContact),
      request?.deliveryInstructions,
      request?.approvalReason,
      request?.approvalReason ? 'awaiting_approval' : 'received',
    ]);
    if (!placed) throw new Error('An order was not stored.');
    await tx.query(INSERT_LINES, [
      placed.id,
      customerId,
      branchId,
      device.id,
      order.automatic,
      lines.map((line) => line.articleId),
      lines.map((line) => line.quantity),
      lines.map((line) => line.supplySlot),
    ]);
    const owner = { id: placed.id, customerId, branchId };
    await recordOrderEvent(tx, order.by, owner, { kind: 'placed', happenedAt: order.placedAt });
    // Nobody else acts on an order that waits: it is told of once it is approved.
    if (request?.approvalReason) return { ...placed, expectedOn };
    tx.emit(orderPlaced, {
      orderId: placed.id,
      customerId,
      branchId,
      deviceId: device.id,
      number: placed.number,
      automatic: order.automatic,
    });
    return { ...placed, expectedOn };
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
