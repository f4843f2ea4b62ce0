import { system } from '@platen/platform';
import fc from 'fast-check';
import { buildDevice, buildSite } from '../../test/factories';
import { useFleet } from '../../test/use-fleet';
import { type MeterReset, declareMeterReset, takeBackMeterReset } from './meter-resets';
import { addToRollups } from './month-rollups';
import { monthOf } from './reading-months';
import { toldByDevice } from './meter-read-columns';
import { recordMeterReads } from './record-meter-reads';

const fleet = useFleet();
const site = buildSite();
const device = buildDevice(site, { lastSeenHoursAgo: null });

const HOUR_MS = 3_600_000;
const FIRST_DAY = Date.UTC(2025, 10, 3, 7);
const DAYS = 365;
/** What a counter of six digits shows after 999,999 is nothing again. */
const SIX_DIGITS = 1_000_000;

interface Reading {
  readonly at: Date;
  readonly value: number;
  /** pages made so far, which no counter shows */
  readonly made: number;
}

interface Plan {
  readonly start: number;
  /** pages by day, over and over */
  readonly pages: readonly number[];
  /** what happens at noon of some days: the value from which the counter goes on */
  readonly noons: readonly (readonly [day: number, goesOnFrom: number])[];
  readonly silentWeeks: readonly number[];
}

/** A year of one counter: read every morning but in silent weeks, set back, replaced by a used board, rolled over. */
function yearOf(plan: Plan): { readings: Reading[]; resets: Omit<MeterReset, 'meterId'>[] } {
  const readings: Reading[] = [];
  const resets: Omit<MeterReset, 'meterId'>[] = [];
  const noons = new Map(plan.noons);
  let counter = plan.start;
  let made = 0;
  for (let day = 0; day < DAYS; day++) {
    const morning = FIRST_DAY + day * 24 * HOUR_MS;
    if (!plan.silentWeeks.includes(Math.floor(day / 7)))
      readings.push({ at: new Date(morning), value: counter, made });
    const goesOnFrom = noons.get(day);
    if (goesOnFrom !== undefined) {
      const reason = goesOnFrom === 0 ? 'reset' : 'replaced';
      resets.push({
        at: new Date(morning + 5 * HOUR_MS),
        valueBefore: counter,
        valueAfter: goesOnFrom,
        reason,
      });
      counter = goesOnFrom;
    }
    const pages = plan.pages[day % plan.pages.length] ?? 0;
    counter += pages;
    made += pages;
    if (counter < SIX_DIGITS) continue;
    resets.push({
      at: new Date(morning + 11 * HOUR_MS),
      valueBefore: SIX_DIGITS,
      valueAfter: 0,
      reason: 'rolled-over',
    });
    counter -= SIX_DIGITS;
  }
  return { readings, resets };
}

/** Pages from the last reading before a month, or the first one of all, to the last one in it. */
function monthsOf(readings: readonly Reading[]): [string, number][] {
  const lastOf = new Map(readings.map(({ at, made }) => [monthOf(at), made]));
  let before = readings[0]?.made ?? 0;
  return [...lastOf].map(([month, made]) => {
    const volume = made - before;
    before = made;
    return [month, volume];
  });
}

/** The same numbers, the same order. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;
  return items
    .map((item) => [next(), item] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item);
}

const plans: fc.Arbitrary<Plan> = fc.record({
  start: fc.integer({ min: 880_000, max: 999_999 }),
  pages: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 9 }),
  noons: fc.array(fc.tuple(fc.integer({ min: 0, max: DAYS - 1 }), fc.constantFrom(0, 734_000)), {
    maxLength: 4,
  }),
  silentWeeks: fc.array(fc.integer({ min: 0, max: 52 }), { maxLength: 9 }),
});

const meterOf = async (kind: string): Promise<string> =>
  (await fleet.rows<{ id: string }>('select id from fleet.meter where kind = $1', [kind]))[0]?.id ?? '';

const write = <T>(work: Parameters<ReturnType<typeof fleet.app>['platform']['work']['write']>[1]) =>
  fleet.app().platform.work.write(system('test'), work) as Promise<T>;

async function deliver(kind: string, readings: readonly Reading[]): Promise<void> {
  await fleet.app().months.ensure(readings.map(({ at }) => at));
  await write(async (tx) => {
    const columns = {
      deviceId: readings.map(() => device.id),
      kind: readings.map(() => kind),
      unit: readings.map(() => 'impressions' as const),
      readAt: readings.map(({ at }) => at),
      value: readings.map(({ value }) => value),
    };
    await addToRollups(tx, (await recordMeterReads(tx, columns, toldByDevice, fleet.clock.now())).rollups);
  });
}

async function declare(kind: string, reset: Omit<MeterReset, 'meterId'>): Promise<void> {
  const meterId = await meterOf(kind);
  await write((tx) => declareMeterReset(tx, system('test'), { ...reset, meterId }, fleet.clock.now()));
}

const volumes = async (table: string, kind: string) =>
  (
    await fleet.rows<{ month: string; volume: number }>(
      `select month::text, volume::int from fleet.${table} where kind = $1 order by month`,
      [kind],
    )
  ).map(({ month, volume }) => [month, volume]);

beforeEach(() => fleet.load({ sites: [site], devices: [device] }));

test('a year of readings with resets, swaps, wraps, silent weeks and duplicates is the same in any order', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(plans, fc.nat(), fc.integer({ min: 5, max: 120 }), async (plan, seed, batch) => {
      const kind = `kind_${run++}`;
      const { readings, resets } = yearOf(plan);
      const sent = shuffled([...readings, ...readings.filter((_, index) => index % 9 === 0)], seed);
      const first = sent.slice(0, batch);
      // The meter exists from its first reading on; from then on anything may come.
      await deliver(kind, first);
      const batches = Array.from({ length: Math.ceil(sent.length / batch) - 1 }, (_, index) =>
        sent.slice((index + 1) * batch, (index + 2) * batch),
      );
      const acts = [
        ...batches.map((each) => () => deliver(kind, each)),
        ...resets.map((reset) => () => declare(kind, reset)),
      ];
      for (const act of shuffled(acts, seed + 1)) await act();
      const expected = monthsOf(readings);
      expect(await volumes('device_month', kind)).toEqual(expected);
      expect(await volumes('customer_month', kind)).toEqual(expected);
      const last = readings.filter(({ made }) => made === readings.at(-1)?.made).at(-1);
      expect(await fleet.rows('select value::int, read_at from fleet.meter where kind = $1', [kind])).toEqual(
        [{ value: last?.value, read_at: last?.at }],
      );
    }),
    { numRuns: 15 },
  );
}, 240_000);

test('a reset is declared once at one instant, and taking it back leaves the months as they were', async () => {
  const day = (days: number, value: number) => ({
    at: new Date(FIRST_DAY + days * 24 * HOUR_MS),
    value,
    made: 0,
  });
  await deliver('total', [day(0, 5000), day(1, 5100), day(3, 40)]);
  const reset = { at: day(2, 0).at, valueBefore: 5120, valueAfter: 0, reason: 'reset' } as const;
  const meterId = await meterOf('total');
  const declared = () =>
    write((tx) => declareMeterReset(tx, system('test'), { ...reset, meterId }, fleet.clock.now()));
  expect([await declared(), await declared()]).toEqual([true, false]);
  expect(await volumes('device_month', 'total')).toEqual([['2025-11-01', 160]]);
  expect(await write((tx) => takeBackMeterReset(tx, meterId, reset.at))).toBe(true);
  expect(await volumes('device_month', 'total')).toEqual([['2025-11-01', 100]]);
  expect(await volumes('customer_month', 'total')).toEqual([['2025-11-01', 100]]);
  expect(await fleet.rows('select reset_at, reset_offset::int from fleet.meter')).toEqual([
    { reset_at: null, reset_offset: 0 },
  ]);
});
