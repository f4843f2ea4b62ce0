import type { SupplyColor, SupplyKind } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import type { Day, OrderedUnit } from '@platen/replenishment';
import { type OrderStatus, isLive } from '../orders/order-status';
import type { SuppliedPlace } from './supply-ledger';

/** A cartridge that was ordered for a device, with the order it came with. */
export interface SuppliedUnit extends OrderedUnit {
  readonly supplyOrderId: string;
  /** nobody has closed the order yet */
  readonly live: boolean;
}

interface OrderedRow {
  readonly lineId: string;
  readonly orderId: string;
  readonly slot: string | null;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
  readonly quantity: number;
  readonly status: OrderStatus;
  readonly placedAt: Date;
  readonly closedAt: Date | null;
  readonly shippedAt: Date | null;
}

/** Older orders have been used up or forgotten. */
const REMEMBERED_DAYS = 400;
/** Cartridges of one line that the ledger follows one by one. */
const MOST_OF_LINE = 20;

const ORDERED = `
  select l.id as "lineId", l.order_id as "orderId", l.supply_slot as slot, a.kind, a.color, l.quantity, o.status,
    o.placed_at as "placedAt", l.closed_at as "closedAt",
    (select min(e.happened_at) from order_event e where e.order_id = o.id and e.kind = 'shipped') as "shippedAt"
  from order_line l join supply_order o on o.id = l.order_id join article a on a.id = l.article_id
  where l.customer_id = $1 and l.device_id = $2 and (l.closed_at is null or o.placed_at > $3::timestamptz - make_interval(days => ${REMEMBERED_DAYS}))
    and o.status <> all ('{awaiting_approval,declined}')
  order by o.placed_at, l.id`;

/**
 * Everything that was sent for each supply of a device, whoever ordered it. What a person ordered without naming a
 * place belongs to the supply of the same kind and colour.
 * @param heardSince  what had arrived before the device was first heard of may long be used up: it is left out
 * @returns units by the supply's id
 */
export async function orderedUnitsOf(
  tx: Tx,
  device: { readonly id: string; readonly customerId: string },
  supplies: readonly SuppliedPlace[],
  at: { readonly now: Date; readonly heardSince: Day | null; readonly dayOf: (instant: Date) => Day },
): Promise<ReadonlyMap<string, readonly SuppliedUnit[]>> {
  const units = new Map<string, SuppliedUnit[]>(supplies.map(({ id }) => [id, []]));
  for (const row of await tx.query<OrderedRow>(ORDERED, [device.customerId, device.id, at.now])) {
    const supply = supplies.find((each) => belongsTo(row, each));
    if (supply)
      units.get(supply.id)?.push(...unitsOf(row, at.dayOf).filter((unit) => isRemembered(unit, at)));
  }
  return units;
}

function belongsTo({ slot, kind, color }: OrderedRow, supply: SuppliedPlace): boolean {
  return slot === null ? kind === supply.kind && color === supply.color : slot === supply.slot;
}

function isRemembered(unit: SuppliedUnit, { heardSince }: { readonly heardSince: Day | null }): boolean {
  return unit.live || (heardSince !== null && (unit.deliveredOn ?? unit.placedOn) >= heardSince);
}

function unitsOf(row: OrderedRow, dayOf: (instant: Date) => Day): SuppliedUnit[] {
  const placedOn = dayOf(row.placedAt);
  const closedOn = row.closedAt && dayOf(row.closedAt);
  const on = (status: OrderStatus) => (row.status === status ? (closedOn ?? placedOn) : null);
  return Array.from({ length: Math.min(MOST_OF_LINE, row.quantity) }, (_, index) => ({
    orderId: `${row.lineId}#${index}`,
    supplyOrderId: row.orderId,
    live: isLive(row.status) && row.closedAt === null,
    placedOn,
    emergency: false,
    shippedOn: row.shippedAt ? dayOf(row.shippedAt) : null,
    deliveredOn: on('delivered'),
    lostOn: on('lost'),
    returnedOn: on('returned'),
    cancelledOn: on('cancelled'),
  }));
}
