import type { Right } from '@platen/contracts';
import type { Actor, DeviceAccess, UnitOfWork } from '@platen/platform';
import { grouped } from '../orders/grouped';
import { ordersIn } from '../orders/order-queries';
import { orderScopeOf } from '../orders/order-scope';

/** A parcel as it is read, with its carrier. */
export interface ShipmentRow {
  readonly id: string;
  readonly orderId: string;
  readonly key: string;
  readonly carrier: string | null;
  readonly trackingTemplate: string | null;
  readonly trackingNumber: string | null;
  readonly shippedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly lines: readonly ShipmentLineRow[];
}

export interface ShipmentLineRow {
  readonly lineId: string;
  readonly articleId: string;
  readonly quantity: number;
}

const SELECT = `
  select s.id, s.order_id as "orderId", s.key, c.name as carrier, c.tracking_template as "trackingTemplate",
    s.tracking_number as "trackingNumber", s.shipped_at as "shippedAt", s.delivered_at as "deliveredAt",
    coalesce((
      select jsonb_agg(jsonb_build_object('lineId', l.id, 'articleId', l.article_id, 'quantity', sl.quantity)
        order by l.position)
      from shipment_line sl join order_line l on l.id = sl.order_line_id where sl.shipment_id = s.id), '[]') as lines
  from shipment s join supply_order o on o.id = s.order_id left join carrier c on c.id = s.carrier_id`;

/** Parcels as people and partners see them. */
export class ShipmentService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deviceAccess: DeviceAccess,
  ) {}

  /** The parcels of each order, in the order in which they left; one of which only the arrival is known stands last. */
  async ofOrders(
    actor: Actor,
    orderIds: readonly string[],
    right: Right = 'order:read',
  ): Promise<ShipmentRow[][]> {
    const scope = await orderScopeOf(actor, this.deviceAccess, right);
    if (!scope) return orderIds.map(() => []);
    const conditions = ordersIn(scope).add('s.order_id = any(?::uuid[])', orderIds);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<ShipmentRow & Record<string, unknown>>(
        `${SELECT} where ${conditions.where} order by s.shipped_at nulls last, s.id`,
        conditions.parameters,
      ),
    );
    const byOrder = grouped(rows, (row) => row.orderId);
    return orderIds.map((id) => byOrder.get(id) ?? []);
  }
}
