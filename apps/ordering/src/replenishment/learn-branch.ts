import type { Tx } from '@platen/platform';
import {
  type ActivityCalendar,
  type MonthSeen,
  type SeasonByMonth,
  learnSeason,
} from '@platen/replenishment';
import { grouped } from '../orders/grouped';
import type { KnownReplenishment } from './known-replenishment';
import { activityCalendarOf, dayAt, dayOf } from './place-calendar';

/** Deliveries that lead times are learned from, the newest ones. */
const MOST_DELIVERIES = 200;
const DELIVERIES_WITHIN_DAYS = 400;
/** A season is the same for everybody, so a sample of machines tells it. */
const MOST_DEVICES = 2000;
/** Fewer business days of a month say nothing about it. */
const FEWEST_DAYS = 8;

/** Reported by people or partners: what the engine only supposed would teach it its own suppositions. */
const DELIVERIES = `
  select o.placed_at as "placedAt", e.happened_at as "deliveredAt"
  from supply_order o join order_event e on e.order_id = o.id and e.kind = 'delivered' and e.actor_kind <> 'system'
  where o.branch_id = $1 and o.placed_at > $2::timestamptz - make_interval(days => ${DELIVERIES_WITHIN_DAYS})
  order by e.happened_at desc limit ${MOST_DELIVERIES}`;

const MONTHS = `
  with sample as (
    select device_id from device_track where branch_id = $1 order by device_id limit ${MOST_DEVICES}),
  counted as (
    select d.device_id, date_trunc('month', d.read_on) as month, d.read_on, (d.sighting->>'impressions')::bigint as value
    from device_day d join sample using (device_id)
    where d.read_on > $2::date - 400 and d.sighting->>'impressions' is not null)
  select device_id as "deviceId", min(read_on)::text as "from", max(read_on)::text as "to",
    (max(value) - min(value))::float8 as printed,
    (array_agg(value order by read_on desc))[1] >= max(value) as "neverFell"
  from counted group by device_id, month`;

const KEEP = `
  insert into branch_replenishment (branch_id, season, lead_days, learned_at) values ($1, $2, $3, $4)
  on conflict (branch_id) do update set
    season = excluded.season, lead_days = excluded.lead_days, learned_at = excluded.learned_at`;

interface MonthRow {
  readonly deviceId: string;
  readonly from: string;
  readonly to: string;
  readonly printed: number;
  readonly neverFell: boolean;
}

/** Learns how long parcels of a branch take, and how its months differ, from all that its machines told. */
export async function learnOfBranch(
  tx: Tx,
  branchId: string,
  { branch }: KnownReplenishment,
  now: Date,
): Promise<void> {
  const calendar = activityCalendarOf(branch, null);
  const deliveries = await tx.query<{ placedAt: Date; deliveredAt: Date }>(DELIVERIES, [branchId, now]);
  const leadDays = deliveries
    .map(({ placedAt, deliveredAt }) =>
      calendar.businessDaysIn(dayAt(placedAt, branch), dayAt(deliveredAt, branch)),
    )
    .toReversed();
  const months = await tx.query<MonthRow & Record<string, unknown>>(MONTHS, [branchId, now]);
  const season = seasonOf(months, calendar);
  await tx.query(KEEP, [branchId, season && JSON.stringify(season), JSON.stringify(leadDays), now]);
}

/** What stands for a month nobody has seen yet; a month in relation to a machine's own mean needs several of them. */
const SUPPOSED: SeasonByMonth = [1, 1, 1, 1, 1, 1, 1, 0.6, 1, 1, 1, 1];
const FEWEST_MONTHS = 6;

/** @returns null before a single machine was watched for half a year */
export function seasonOf(months: readonly MonthRow[], calendar: ActivityCalendar): SeasonByMonth | null {
  const seen: MonthSeen[] = [];
  for (const ofDevice of grouped(months, ({ deviceId }) => deviceId).values()) {
    const paces = ofDevice.flatMap(({ from, to, printed, neverFell }) => {
      const businessDays = calendar.businessDaysIn(dayOf(from), dayOf(to));
      if (!neverFell || businessDays < FEWEST_DAYS) return [];
      return [{ month: Number(from.slice(5, 7)) - 1, pace: printed / businessDays, businessDays }];
    });
    const mean = paces.reduce((sum, { pace }) => sum + pace, 0) / paces.length;
    if (paces.length < FEWEST_MONTHS || mean <= 0) continue;
    for (const { month, pace, businessDays } of paces)
      seen.push({ month, relative: pace / mean, businessDays });
  }
  return seen.length === 0 ? null : learnSeason(SUPPOSED, seen);
}
