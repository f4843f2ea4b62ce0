import { type World, type WorldOrder, orderPlaced } from '@platen/contracts';
import type { Clock } from '@platen/kernel';
import { type Tx, type UnitOfWork, insertNew, system } from '@platen/platform';
import { expectedArrival } from '@platen/platform/calendar';
import { ArticleEntity, ArticleFitEntity } from '../articles/article.entity';
import { modelKey } from '../articles/model-key';
import { deliveryAddress } from '../orders/delivery-address';
import { OrderLineEntity } from '../orders/order.entity';
import { type OrderEventActor, recordOrderEvent, theEngine } from '../orders/order-event';
import { isLive } from '../orders/order-status';
import { recordDecision } from '../replenishment/decisions';

const DAY_MS = 86_400_000;

const INSERT_ORDER = `
  insert into supply_order (id, customer_id, branch_id, device_id, number, status, automatic, placed_at, expected_on,
    delivery_address, decision_id)
  values ($1, $2, $3, $4, next_order_number($3, $5), $6, $7, $8, $9, $10, $11)
  returning number`;

/** The world names something that it does not hold. */
export class IncompleteWorldError extends Error {
  override readonly name = 'IncompleteWorldError';
}

/** Fills an installation with a catalogue and past orders; what is there already is left alone. */
export class WorldLoader {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws IncompleteWorldError; and the database refuses two live automatic orders for one supply */
  async load(world: World): Promise<void> {
    await this.work.write(system('load-ordering'), async (tx) => {
      await loadArticles(tx, world);
      const known = await tx.query<{ id: string }>('select id from supply_order where id = any($1::uuid[])', [
        world.orders.map((order) => order.id),
      ]);
      const loaded = new Set(known.map((row) => row.id));
      const missing = world.orders.filter((order) => !loaded.has(order.id));
      // Oldest first, so that numbers grow with time.
      for (const order of missing.toSorted((a, b) => b.placedDaysAgo - a.placedDaysAgo)) {
        await this.loadOrder(tx, world, order);
      }
    });
  }

  private async loadOrder(tx: Tx, world: World, order: WorldOrder): Promise<void> {
    const { settings } = found(world.branches, order.branchId);
    const site = found(world.sites, found(world.devices, order.deviceId).siteId);
    const placedAt = new Date(this.clock.now().getTime() - order.placedDaysAgo * DAY_MS);
    const expectedOn = expectedArrival(settings, placedAt);
    const [placed] = await tx.query<{ number: string }>(INSERT_ORDER, [
      order.id,
      order.customerId,
      order.branchId,
      order.deviceId,
      settings.ordering.orderNumberStart,
      order.status,
      order.automatic,
      placedAt,
      expectedOn,
      deliveryAddress(site),
      order.automatic
        ? await recordPastDecision(tx, order, placedAt, settings.ordering.reorderPercent)
        : null,
    ]);
    if (!placed) throw new Error(`Order ${order.id} was not stored.`);
    const { customerId, branchId, deviceId, articleId, quantity, supplySlot, automatic } = order;
    await tx.manager.insert(OrderLineEntity, {
      ...{ customerId, branchId, deviceId, articleId, quantity, supplySlot, automatic },
      orderId: order.id,
      position: 1,
      closedAt: isLive(order.status) ? null : new Date(`${expectedOn}T12:00:00Z`),
    });
    await recordPast(tx, order, placedAt, expectedOn);
    tx.emit(orderPlaced, {
      orderId: order.id,
      customerId,
      branchId,
      deviceId,
      number: placed.number,
      automatic,
    });
  }
}

/** The world does not say who asked for an order. */
const unnamedPerson: OrderEventActor = { kind: 'user', id: null };

/** The timeline as far as the world tells: who ordered and what became of it by now. */
async function recordPast(tx: Tx, order: WorldOrder, placedAt: Date, expectedOn: string): Promise<void> {
  const actor = order.automatic ? theEngine : unnamedPerson;
  await recordOrderEvent(tx, actor, order, { kind: 'placed', happenedAt: placedAt });
  if (order.status === 'received') return;
  const happenedAt = order.status === 'delivered' ? new Date(`${expectedOn}T12:00:00Z`) : placedAt;
  await recordOrderEvent(tx, theEngine, order, { kind: order.status, happenedAt });
}

async function loadArticles(tx: Tx, world: World): Promise<void> {
  const articles = world.articles.map(({ models, ...article }) => article);
  await insertNew(tx, ArticleEntity, articles);
  const fits = world.articles.flatMap(({ id, branchId, kind, color, models }) =>
    models.map((model) => ({ branchId, kind, color, articleId: id, modelKey: modelKey(model) })),
  );
  if (fits.length === 0) return;
  await tx.manager.createQueryBuilder().insert().into(ArticleFitEntity).values(fits).orIgnore().execute();
}

/** Why a past automatic order was placed, as far as the world tells. */
function recordPastDecision(
  tx: Tx,
  order: WorldOrder,
  decidedAt: Date,
  reorderPercent: number,
): Promise<string> {
  const { customerId, branchId, deviceId, supplySlot, levelPercent } = order;
  const inputs = {
    ledger: 'OK',
    levelState: levelPercent === null ? null : 'percent',
    levelPercent,
    believedPercent: levelPercent,
    readAt: decidedAt.toISOString(),
    reorderPercent,
  } as const;
  return recordDecision(
    tx,
    { customerId, branchId, deviceId, slot: supplySlot },
    { action: 'order', decidedAt, reason: { code: 'level-at-reorder-point', inputs } },
  );
}

function found<Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row {
  const row = rows.find((each) => each.id === id);
  if (!row)
    throw new IncompleteWorldError(`The world has orders that refer to ${id}, which it does not hold.`);
  return row;
}
