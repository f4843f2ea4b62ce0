import { type CounterPast, type CounterPoint, type UsualPace, usualPace } from '@platen/kernel';
import type { MeterUnit } from '@platen/contracts';
import type { Tx } from '@platen/platform';

/** Values that somebody wants to hand in, by columns. */
export interface AskedReads {
  readonly deviceId: readonly string[];
  readonly kind: readonly string[];
  readonly readAt: readonly Date[];
}

/** A counter, and what a value of it at the time asked for is judged by. */
export interface AskedMeter {
  readonly unit: MeterUnit;
  readonly past: CounterPast;
}

interface PastRow {
  readonly row: number;
  readonly meter_id: string | null;
  readonly unit: MeterUnit;
  readonly digits: number | null;
  readonly before_value: string | null;
  readonly before_at: Date | null;
  readonly after_value: string | null;
  readonly after_at: Date | null;
  readonly closed_before: Date | null;
}

/** Kinds that every machine may be read for, also one of which nothing was ever read. */
const FIRST_KINDS = ['total', 'mono', 'color'];

const PASTS = `
  select r.row::int, m.id as meter_id, coalesce(m.unit, 'impressions') as unit, m.digits, c.closed_before,
    before.value as before_value, before.read_at as before_at, later.value as after_value, later.read_at as after_at
  from unnest($1::uuid[], $2::text[], $3::timestamptz[]) with ordinality as r (device_id, kind, read_at, row)
    join device d on d.id = r.device_id
    left join meter m on m.device_id = r.device_id and m.kind = r.kind
    left join meter_period_closed c on c.customer_id = d.customer_id
    left join lateral (
      select value, read_at from (
        (select e.value, e.read_at, 1 as told from meter_read e
         where e.meter_id = m.id and e.read_at <= r.read_at and e.withdrawn_at is null
         order by e.read_at desc limit 1)
        union all
        (select z.value_after, z.at, 0 from meter_reset z
         where m.reset_at is not null and z.meter_id = m.id and z.at <= r.read_at order by z.at desc limit 1)) points
      order by read_at desc, told desc limit 1) before on true
    left join lateral (
      select value, read_at from (
        (select e.value, e.read_at, 1 as told from meter_read e
         where e.meter_id = m.id and e.read_at > r.read_at and e.withdrawn_at is null
         order by e.read_at limit 1)
        union all
        (select z.value_before, z.at, 0 from meter_reset z
         where m.reset_at is not null and z.meter_id = m.id and z.at > r.read_at order by z.at limit 1)) points
      order by read_at, told limit 1) later on true
  where m.id is not null
    or (r.kind = any($4::text[]) and not exists (select from meter o where o.device_id = r.device_id))`;

/**
 * What each of these values is judged by, in the order asked for.
 * @returns null for a counter that its machine does not have
 */
export async function pastsOf(tx: Tx, asked: AskedReads, now: Date): Promise<(AskedMeter | null)[]> {
  const rows = await tx.query<PastRow & Record<string, unknown>>(PASTS, [
    asked.deviceId,
    asked.kind,
    asked.readAt,
    FIRST_KINDS,
  ]);
  const meterIds = rows.flatMap((row) => row.meter_id ?? []);
  const paces = await usualPaces(tx, [...new Set(meterIds)], now);
  const pasts = new Map(
    rows.map((row) => [
      row.row - 1,
      {
        unit: row.unit,
        past: {
          before: point(row.before_value, row.before_at),
          after: point(row.after_value, row.after_at),
          pace: paces.get(row.meter_id ?? '') ?? null,
          digits: row.digits,
          closedBefore: row.closed_before,
        },
      },
    ]),
  );
  return asked.deviceId.map((_, row) => pasts.get(row) ?? null);
}

/** Months of its past that a counter's pace is learned from. */
const LEARNED_MONTHS = 13;

// The first value of each month: a year in thirteen rows, however often the machine was read.
const POINTS = `
  select meter_id, read_at, value from (
    select m.id as meter_id, p.first_read_at as read_at, p.first_value as value
    from meter m join device_month p on p.device_id = m.device_id and p.kind = m.kind and p.first_value is not null
    where m.id = any($1::uuid[]) and p.month > ($2::timestamptz - make_interval(months => $3))::date
    union
    select m.id, m.read_at, m.value + m.value_offset from meter m where m.id = any($1::uuid[]) and m.value is not null) points
  order by meter_id, read_at`;

/** The usual pace of each of these counters; null where too little is known. */
export async function usualPaces(
  tx: Tx,
  meterIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, UsualPace | null>> {
  if (meterIds.length === 0) return new Map();
  const rows = await tx.query<{ meter_id: string; read_at: Date; value: string }>(POINTS, [
    meterIds,
    now,
    LEARNED_MONTHS,
  ]);
  const pointsOf = new Map<string, CounterPoint[]>(meterIds.map((id) => [id, []]));
  for (const row of rows) pointsOf.get(row.meter_id)?.push({ value: Number(row.value), at: row.read_at });
  return new Map([...pointsOf].map(([meterId, points]) => [meterId, usualPace(points)]));
}

function point(value: string | null, at: Date | null): CounterPoint | null {
  return value === null || at === null ? null : { value: Number(value), at };
}
