import {
  type JobDefinition,
  type PayloadOf,
  orderChanged,
  orderPlaced,
  supplyLevelChanged,
} from '@platen/contracts';
import { system } from '@platen/platform';
import { randomUUID } from 'node:crypto';
import { blackTonerOf, buildArticle, knownDevice, knownTenant } from '../../test/factories';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';
import { ordering as service } from '../index';
import { forgetReplenishment } from './forget-history';
import { evaluateDevice, sweepBranch, sweepReplenishment } from './sweep';

const DAY_MS = 86_400_000;
const firstDay = Date.UTC(2026, 8, 1, 9);

describe('what the engine does without being told anything', () => {
  let ordering: OrderingUnderTest;
  beforeAll(async () => {
    ordering = await startOrdering();
  });
  afterAll(() => ordering.stop());
  beforeEach(() => ordering.database.clean());

  /** Runs a job as the worker would, and with it everything that it orders of the same kinds. */
  async function run<Job extends JobDefinition>(job: Job, payload: PayloadOf<Job>): Promise<void> {
    const handler = service.jobs.find((each) => each.job === job);
    if (!handler) throw new Error(`No handler for ${job.name}.`);
    await ordering.work.write(system('test'), (tx) =>
      handler.handle(ordering.app, payload, { tx, messageId: randomUUID(), log: ordering.log }),
    );
  }

  async function sweep(): Promise<number> {
    await run(sweepReplenishment, {});
    let evaluated = 0;
    for (const job of [sweepBranch, evaluateDevice]) {
      const rows = await ordering.rows<{ payload: never }>(
        'delete from ordering.outbox where name = $1 returning payload',
        [job.name],
      );
      if (job === evaluateDevice) evaluated = rows.length;
      for (const { payload } of rows) await run(job, payload);
    }
    return evaluated;
  }

  const codes = async () =>
    (
      await ordering.rows<{ code: string }>('select code from ordering.replenishment_decision order by id')
    ).map(({ code }) => code);
  const orders = () =>
    ordering.rows<{ id: string; status: string }>('select id, status from ordering.supply_order');

  test('orders what could not be ordered because no article was listed, once one is', async () => {
    const tenant = await knownTenant(ordering);
    const device = await knownDevice(ordering, tenant, { model: 'ECO M99' });
    ordering.clock.set(new Date(firstDay));
    await ordering.deliver(
      supplyLevelChanged,
      blackTonerOf(device)(0, 12, { readAt: new Date(firstDay).toISOString() }),
    );
    expect(await codes()).toEqual(['no-article']);
    ordering.clock.advance(DAY_MS);
    expect(await sweep()).toBe(1);
    expect(await codes()).toEqual(['no-article']);
    await buildArticle(ordering, tenant, { model: 'ECO M99', partNumber: 'TN-99' });
    ordering.clock.advance(DAY_MS);
    await sweep();
    ordering.clock.advance(DAY_MS);
    await sweep();
    expect(await codes()).toEqual(['no-article', 'level-at-reorder-point', 'already-on-order']);
    expect(await orders()).toHaveLength(1);
  });

  test('says that a machine has been silent for too long, and orders nothing', async () => {
    const device = await knownDevice(ordering, await knownTenant(ordering));
    ordering.clock.set(new Date(firstDay));
    await ordering.deliver(
      supplyLevelChanged,
      blackTonerOf(device)(0, 30, { readAt: new Date(firstDay).toISOString() }),
    );
    ordering.clock.advance(30 * DAY_MS);
    await sweep();
    expect(await codes()).toEqual(['level-sufficient', 'silent']);
    expect(await orders()).toEqual([]);
  });

  test('leaves out who was evaluated since the sweep began, and who is not watched', async () => {
    const tenant = await knownTenant(ordering);
    const watched = await knownDevice(ordering, tenant);
    const unwatched = await knownDevice(ordering, tenant, { monitored: false });
    ordering.clock.set(new Date(firstDay));
    for (const device of [watched, unwatched])
      await ordering.deliver(
        supplyLevelChanged,
        blackTonerOf(device)(0, 30, { readAt: new Date(firstDay).toISOString() }),
      );
    expect(await sweep()).toBe(1);
    const [before] = await ordering.rows<{ at: Date }>(
      'select evaluated_at as at from ordering.device_track where device_id = $1',
      [watched.deviceId],
    );
    const startedAt = new Date(firstDay - 1000).toISOString();
    ordering.clock.advance(1000);
    await run(evaluateDevice, { deviceId: watched.deviceId, customerId: tenant.customerId, startedAt });
    expect(
      await ordering.rows('select evaluated_at as at from ordering.device_track where device_id = $1', [
        watched.deviceId,
      ]),
    ).toEqual([before]);
  });

  test('learns how long the parcels of a branch take from what people reported', async () => {
    const tenant = await knownTenant(ordering);
    const device = await knownDevice(ordering, tenant);
    ordering.clock.set(new Date(firstDay));
    await ordering.deliver(
      supplyLevelChanged,
      blackTonerOf(device)(0, 12, { readAt: new Date(firstDay).toISOString() }),
    );
    await ordering.rows(
      `insert into ordering.order_event (customer_id, branch_id, order_id, happened_at, kind, actor_kind, facts)
       select customer_id, branch_id, id, placed_at + interval '7 days', 'delivered', 'partner', '{}' from ordering.supply_order`,
    );
    await sweep();
    expect(await ordering.rows('select lead_days from ordering.branch_replenishment')).toEqual([
      { lead_days: [5] },
    ]);
  });

  test('a cancelled order is not placed again at once, and makes room for the next after five working days', async () => {
    const tenant = await knownTenant(ordering);
    const device = await knownDevice(ordering, tenant);
    ordering.clock.set(new Date(firstDay));
    await ordering.deliver(
      supplyLevelChanged,
      blackTonerOf(device)(0, 12, { readAt: new Date(firstDay).toISOString() }),
    );
    const [order] = await orders();
    await ordering.rows(`update ordering.supply_order set status = 'cancelled'`);
    await ordering.rows('update ordering.order_line set closed_at = $1', [new Date(firstDay)]);
    const said = {
      orderId: order?.id ?? '',
      customerId: tenant.customerId,
      branchId: tenant.branchId,
      deviceId: device.deviceId,
      number: '510001',
    };
    await ordering.deliver(orderChanged, {
      ...said,
      automatic: true,
      from: 'received',
      to: 'cancelled',
      happenedAt: new Date(firstDay).toISOString(),
    });
    expect(await codes()).toEqual(['level-at-reorder-point', 'cancelled-lately']);
    expect((await orders()).map(({ status }) => status)).toEqual(['cancelled']);
    ordering.clock.advance(7 * DAY_MS);
    await ordering.deliver(orderPlaced, { ...said, automatic: true });
    expect(await orders()).toHaveLength(1);
    await ordering.deliver(orderPlaced, { ...said, automatic: false });
    expect((await orders()).map(({ status }) => status).toSorted()).toEqual(['cancelled', 'received']);
  });

  test('gives up decisions and days of more than thirteen months ago, but never the reason of an order', async () => {
    const device = await knownDevice(ordering, await knownTenant(ordering));
    const read = blackTonerOf(device);
    ordering.clock.set(new Date(firstDay));
    await ordering.deliver(supplyLevelChanged, read(0, 30, { readAt: new Date(firstDay).toISOString() }));
    await ordering.deliver(
      supplyLevelChanged,
      read(1, 12, { readAt: new Date(firstDay + 60_000).toISOString() }),
    );
    ordering.clock.set(new Date(firstDay + 390 * DAY_MS));
    await run(forgetReplenishment, {});
    expect(await codes()).toEqual(['level-sufficient', 'level-at-reorder-point']);
    ordering.clock.set(new Date(firstDay + 400 * DAY_MS));
    await run(forgetReplenishment, {});
    expect(await codes()).toEqual(['level-at-reorder-point']);
    expect(await ordering.rows('select 1 from ordering.device_day')).toEqual([]);
  });
});
