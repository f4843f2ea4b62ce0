import { type PayloadOf, supplyLevelChanged } from '@platen/contracts';
import { blackTonerOf, knownDevice, knownTenant } from '../../test/factories';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';

const DAY_MS = 86_400_000;
const firstDay = Date.UTC(2026, 8, 1, 9);

describe('orders by forecast (R51, C54)', () => {
  let ordering: OrderingUnderTest;
  beforeAll(async () => {
    ordering = await startOrdering();
  });
  afterAll(() => ordering.stop());
  beforeEach(() => ordering.database.clean());

  const tell = (event: PayloadOf<typeof supplyLevelChanged>) => ordering.deliver(supplyLevelChanged, event);
  const orders = () =>
    ordering.rows<{ status: string; live: boolean }>(
      `select o.status, l.closed_at is null as live from ordering.supply_order o
         join ordering.order_line l on l.order_id = o.id order by o.placed_at`,
    );
  const decisions = () =>
    ordering.rows<{ code: string; level: number; forecast: { emptyFrom: string; emptyTo: string } | null }>(
      `select code, (inputs->>'believedPercent')::float as level, inputs->'forecast' as forecast
       from ordering.replenishment_decision order by id`,
    );

  async function monitoredToner() {
    const read = blackTonerOf(await knownDevice(ordering, await knownTenant(ordering)));
    /** reads the toner on a day, at nine, and lets the clock show that time */
    return async (day: number, percent: number, totalImpressions: number | null) => {
      const readAt = new Date(firstDay + day * DAY_MS).toISOString();
      ordering.clock.set(readAt);
      await tell(read(0, percent, { readAt, totalImpressions }));
    };
  }

  /** Falls from 100 % by so much each working day, with a hundred pages a point, until something is ordered. */
  async function levelAtOrder(perDay: number): Promise<number> {
    const readOn = await monitoredToner();
    let level = 100;
    for (let day = 0; level > 0; day++) {
      if ([0, 6].includes(new Date(firstDay + day * DAY_MS).getUTCDay())) continue;
      level -= perDay;
      await readOn(day, Math.round(level), 50_000 + Math.round((100 - level) * 100));
      if ((await orders()).length > 0) return Math.round(level);
    }
    throw new Error('It ran empty.');
  }

  test('who prints much is sent a cartridge at a higher level than who prints little', async () => {
    const much = await levelAtOrder(4);
    await ordering.database.clean();
    const little = await levelAtOrder(1);
    expect(much).toBeGreaterThan(little + 5);
    expect(little).toBeLessThan(20);
    const [ordered] = (await decisions()).slice(-1);
    expect(ordered).toMatchObject({ code: 'risk-above-limit', level: little });
    expect(ordered?.forecast?.emptyFrom.localeCompare(ordered.forecast.emptyTo)).toBe(-1);
  });

  test('a decision is kept when it changes, not each time that it is looked at', async () => {
    const readOn = await monitoredToner();
    for (let day = 0; day < 30; day++) await readOn(day, 90 - Math.floor(day / 2), 50_000 + day * 50);
    expect((await decisions()).map(({ code }) => code)).toEqual(['level-sufficient', 'risk-acceptable']);
  });

  test('what it keeps of a device does not grow with the years', async () => {
    const readOn = await monitoredToner();
    const size = async () =>
      (
        await ordering.rows<{ size: number }>('select length(track::text) as size from ordering.device_track')
      )[0]?.size ?? 0;
    const cycle = async (from: number, to: number) => {
      for (let day = from; day < to; day++) await readOn(day, 100 - (day % 40) * 2, 50_000 + day * 100);
    };
    await cycle(0, 60);
    const early = await size();
    await cycle(60, 240);
    expect(await size()).toBeLessThan(early * 1.5);
  });

  test('C54 200 readings in random order, each three times, by ten at once, low five times: one open order', async () => {
    const read = blackTonerOf(await knownDevice(ordering, await knownTenant(ordering)));
    ordering.clock.set(new Date(firstDay + 51 * DAY_MS));
    const readings = Array.from({ length: 200 }, (_, index) => {
      const readAt = new Date(firstDay + index * 6 * 3_600_000).toISOString();
      // Down to 14 % and up to 60 % again, five times; at last it stays low.
      const level = index >= 196 ? 14 : 14 + Math.abs((index % 40) - 20) * 2.3;
      return read(0, Math.round(level), { readAt, totalImpressions: 50_000 + index * 40 });
    });
    const shuffled = [...readings, ...readings, ...readings]
      .map((event, index) => ({ event, key: (index * 7919) % 601 }))
      .toSorted((a, b) => a.key - b.key);
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let next = shuffled.shift(); next; next = shuffled.shift()) await tell(next.event);
      }),
    );
    expect((await orders()).filter(({ live }) => live)).toHaveLength(1);
    expect(await ordering.rows('select 1 from ordering.mail')).toHaveLength((await orders()).length);
  });

  test('a machine that stays empty although its cartridge should have come is sent another, once', async () => {
    const readOn = await monitoredToner();
    await readOn(0, 15, 50_000);
    for (let day = 1; day <= 40; day++) await readOn(day, Math.max(0, 15 - day), 50_000 + day * 60);
    expect(await orders()).toEqual([
      { status: 'cancelled', live: false },
      { status: 'received', live: true },
    ]);
  });

  test('a counter that falls in the middle of a forecast neither orders nor forgets', async () => {
    const readOn = await monitoredToner();
    for (let day = 0; day < 30; day++) await readOn(day, 90 - Math.floor(day / 2), 50_000 + day * 50);
    await readOn(30, 75, 12);
    await readOn(31, 74, 60);
    expect(await orders()).toEqual([]);
    expect((await decisions()).at(-1)?.code).toBe('risk-acceptable');
  });

  test('a gauge in steps of twenty is ordered for at the level of the branch', async () => {
    const readOn = await monitoredToner();
    for (let day = 0; day < 60; day++) await readOn(day, 100 - Math.floor(day / 12) * 20, 50_000 + day * 10);
    expect((await decisions()).map(({ code, level }) => [code, level])).toEqual([
      ['level-sufficient', 100],
      ['risk-acceptable', 80],
      ['level-at-reorder-point', 20],
      ['already-on-order', 20],
    ]);
  });
});
