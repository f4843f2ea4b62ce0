import { type Tx } from '@platen/platform';
import type { LockedOrder } from '../orders/lock-order';
import type { OpenLine, PackedLine } from './pack';
import type { ShipmentReport } from './shipment-input';

/** A parcel as it is kept. */
export interface KnownShipment {
  readonly id: string;
  readonly inputHash: string | null;
  readonly shippedAt: Date | null;
  readonly deliveredAt: Date | null;
}

type Raw<Row> = Row & Record<string, unknown>;

const FIND = `
  select id, input_hash as "inputHash", shipped_at as "shippedAt", delivered_at as "deliveredAt"
  from shipment where order_id = $1 and key = $2`;

const OPEN_LINES = `
  select l.id, a.part_number as "partNumber", a.name, l.quantity, coalesce(s.shipped, 0)::int as shipped
  from order_line l join article a on a.id = l.article_id
  left join lateral (select sum(quantity) as shipped from shipment_line where order_line_id = l.id) s on true
  where l.order_id = $1 order by l.position`;

/** Fills in the parcel whose arrival was told before it left. */
const KEEP = `
  insert into shipment as known (customer_id, branch_id, order_id, key, input_hash, carrier_id, tracking_number, shipped_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (order_id, key) do update set input_hash = excluded.input_hash, carrier_id = excluded.carrier_id,
    tracking_number = excluded.tracking_number, shipped_at = excluded.shipped_at
  returning id`;

const KEEP_LINES = `
  insert into shipment_line (shipment_id, customer_id, branch_id, order_line_id, quantity)
  select $1, $2, $3, line_id, quantity from unnest($4::uuid[], $5::int[]) as packed (line_id, quantity)`;

const KEEP_ARRIVAL = `
  insert into shipment (customer_id, branch_id, order_id, key, delivered_at) values ($1, $2, $3, $4, $5)
  on conflict (order_id, key) do update set delivered_at = excluded.delivered_at
  returning id`;

/** The parcel of this key; the order's row is locked, so nobody adds one meanwhile. */
export async function findShipment(tx: Tx, order: LockedOrder, key: string): Promise<KnownShipment | null> {
  const [shipment] = await tx.query<Raw<KnownShipment>>(FIND, [order.id, key]);
  return shipment ?? null;
}

/** The lines of an order with what has left of each. */
export function openLinesOf(tx: Tx, order: LockedOrder): Promise<OpenLine[]> {
  return tx.query<Raw<OpenLine>>(OPEN_LINES, [order.id]);
}

/** Keeps a parcel with what lies in it. @returns its id */
export async function keepShipment(
  tx: Tx,
  order: LockedOrder,
  report: ShipmentReport,
  { hash, carrierId, lines }: { hash: string; carrierId: string | null; lines: readonly PackedLine[] },
): Promise<string> {
  const { id: orderId, customerId, branchId } = order;
  const { key, trackingNumber, shippedAt } = report;
  const [kept] = await tx.query<{ id: string }>(KEEP, [
    ...[customerId, branchId, orderId, key.trim(), hash, carrierId, trackingNumber || null, shippedAt],
  ]);
  if (!kept) throw new Error('A shipment was not stored.');
  const [ids, quantities] = [lines.map((line) => line.lineId), lines.map((line) => line.quantity)];
  await tx.query(KEEP_LINES, [kept.id, customerId, branchId, ids, quantities]);
  return kept.id;
}

/** Keeps that a parcel arrived, whether or not it was told that it left. @returns its id */
export async function keepArrival(
  tx: Tx,
  order: LockedOrder,
  key: string,
  deliveredAt: Date,
): Promise<string> {
  const { id: orderId, customerId, branchId } = order;
  const [kept] = await tx.query<{ id: string }>(KEEP_ARRIVAL, [
    customerId,
    branchId,
    orderId,
    key,
    deliveredAt,
  ]);
  if (!kept) throw new Error('A delivery was not stored.');
  return kept.id;
}

/** When the last parcel of an order arrived; null while one is on the road, or its leaving was not told yet. */
export async function lastArrivalOf(tx: Tx, order: LockedOrder): Promise<Date | null> {
  const [parcels] = await tx.query<{ last: Date | null; open: number }>(
    `select max(delivered_at) as last,
       (count(*) filter (where delivered_at is null or shipped_at is null))::int as open
     from shipment where order_id = $1`,
    [order.id],
  );
  return parcels && parcels.open === 0 ? parcels.last : null;
}
