import type { Tx } from '@platen/platform';
import { type MonthsChanged, unmeteredAmong } from './late-months';
import {
  JUMP,
  type MeterReadColumns,
  READS,
  type ReadOrigin,
  type SharedColumns,
  readParameters,
  readsAt,
  sharedColumnsOf,
} from './meter-read-columns';
import { rollupChangesOf } from './month-rollups';
import { monthOf } from './reading-months';
import { monthAt } from './running-value.sql';

const SUMMED = 'select * from summed';

/**
 * The common case, which needs no look at other readings: one that is newer than all of its meter, in a month that
 * the meter has readings of, not below the highest value and not far above it. It is new for certain, it is no case
 * for a person, and its month grows by what the meter does.
 *
 * Rows are found once, by device and through one hash each, and changed where they were found (`ctid`): the
 * transaction holds the machines, so nobody else moves them.
 */
const RECORD_NEXT = `
  with asked as materialized (
    select r.no, r.read_at, r.value, m.ctid as meter_row, m.id, m.customer_id, m.reset_offset,
      v.ctid as month_row, v.highest_value, r.value + m.reset_offset as running,
      coalesce(r.read_at > m.last_read_at and (m.reset_at is null or r.read_at >= m.reset_at)
        and v.highest_value is not null
        and r.value + m.reset_offset - m.value - m.value_offset between 0 and ${JUMP - 1}, false) as next
    from ${READS} r
      left join (select ctid, * from meter where device_id = any($1::uuid[])) m
        on m.device_id = r.device_id and m.kind = r.kind
      left join (select ctid, * from device_month where device_id = any($1::uuid[]) and month = any($8::date[])) v
        on v.device_id = m.device_id and v.kind = m.kind and v.month = m.latest_month
          and v.month = ${monthAt('r.read_at')}),
  stored as (
    insert into meter_read (customer_id, meter_id, read_at, value, source, confidence)
    select customer_id, id, read_at, value, $9, $10 from asked where next),
  moved as (
    update meter m set value = a.value, value_offset = a.reset_offset, read_at = a.read_at, source = $9,
      last_read_at = a.read_at
    from asked a where m.ctid = a.meter_row and a.next),
  summed as (
    update device_month v set highest_value = a.running,
      volume = greatest(a.running, v.base_value) - coalesce(v.base_value, v.first_value)
    from asked a where v.ctid = a.month_row and a.next and a.running > a.highest_value
    returning v.customer_id, v.device_id, v.month, v.kind, new.volume - old.volume as volume, 0 as devices),
  memberships as materialized (
    select group_id, device_id from device_group_device where device_id = any($1::uuid[]))
  select (select count(*)::int from asked where next) as accepted,
    coalesce((select array_agg(no::int order by no) from asked where not next), '{}') as others,
    ${rollupChangesOf(SUMMED, 'memberships')} as rollups, ${unmeteredAmong(SUMMED)} as unmetered`;

interface NextRecorded extends MonthsChanged, Record<string, unknown> {
  readonly accepted: number;
  /** positions, from 1, of what has to be looked at closer */
  readonly others: readonly number[];
}

/** What was recorded, and the rest. */
export interface RecordedNext extends MonthsChanged {
  readonly accepted: number;
  readonly others: MeterReadColumns;
}

/** Records those values that come after all others of their meters; the devices are locked. */
export async function recordNextReads(
  tx: Tx,
  reads: MeterReadColumns,
  origin: ReadOrigin,
): Promise<RecordedNext> {
  const shared = sharedColumnsOf(reads);
  const { alone, repeated } = metersOnce(shared);
  if (alone.length === 0) return { accepted: 0, rollups: [], unmetered: [], others: reads };
  const asked = repeated.length === 0 ? reads : readsAt(reads, alone);
  const columns = repeated.length === 0 ? shared : sharedColumnsOf(asked);
  const [recorded] = await tx.query<NextRecorded>(RECORD_NEXT, [
    ...readParameters(columns, asked.value),
    [...new Set(columns.instants.map(monthOf))],
    origin.source,
    origin.confidence,
  ]);
  if (!recorded) throw new Error('A statement without from always gives one row.');
  const left = recorded.others.map((no) => alone[no - 1] ?? 0);
  return { ...recorded, others: readsAt(reads, [...left, ...repeated]) };
}

/** Positions of values whose meter occurs once, and of all others: those have to be put in order first. */
function metersOnce({ device, kind, kinds }: SharedColumns): { alone: number[]; repeated: number[] } {
  const firstOf = new Map<number, number>();
  const again = new Set<number>();
  device.forEach((at, position) => {
    const meter = at * (kinds.length + 1) + (kind[position] ?? 0);
    const first = firstOf.get(meter);
    if (first === undefined) firstOf.set(meter, position);
    else again.add(first).add(position);
  });
  if (again.size === 0) return { alone: [...device.keys()], repeated: [] };
  return { alone: [...firstOf.values()].filter((position) => !again.has(position)), repeated: [...again] };
}
