import type { LevelState, SupplyClass, SupplyColor, SupplyKind } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { BRANCH_LIMITS } from '../devices/device-state.sql';

/** Levels that devices told, by columns, their devices locked by this transaction. */
export interface SupplyLevelColumns {
  readonly deviceId: readonly string[];
  readonly readAt: readonly Date[];
  readonly slot: readonly string[];
  readonly description: readonly string[];
  readonly kind: readonly SupplyKind[];
  readonly color: readonly SupplyColor[];
  readonly class: readonly SupplyClass[];
  readonly levelState: readonly LevelState[];
  readonly levelPercent: readonly (number | null)[];
  readonly cartridgeSerial: readonly (string | null)[];
}

/** A supply that others should hear of: its level or cartridge changed, or it was read for the first time that day. */
export interface ChangedSupply {
  readonly supplyId: string;
  readonly deviceId: string;
  readonly slot: string;
  readonly description: string;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
  readonly class: SupplyClass;
  readonly levelState: LevelState;
  readonly levelPercent: number | null;
  readonly cartridgeSerial: string | null;
  readonly readAt: Date;
}

/** A supply's level by itself is news from this many points on. */
const NEWS_POINTS = 1;

/** True where a level differs from the one announced last by more than noise, `before` and `after` being rows. */
const isNews = (before: string, after: string): string => `(
  ${before}.level_state <> ${after}.level_state
  or ${before}.cartridge_serial is distinct from ${after}.cartridge_serial
  or (${after}.level_state = 'percent'
      and coalesce(abs(${after}.level_percent - ${before}.announced_percent) >= ${NEWS_POINTS}, true)))`;

/**
 * The first reading of a day (UTC) is news even when nothing moved: whoever foresees when a supply ends has to know
 * what was printed without the gauge falling, and that the machine is not silent.
 */
const isFirstOfDay = (before: string, after: string): string =>
  `(${before}.read_at at time zone 'UTC')::date < (${after}.read_at at time zone 'UTC')::date`;

/**
 * A jump of this many points may be a fault of the gauge, and whoever decides on levels waits for a second reading
 * that says the same: so the reading after a jump is news even when nothing moved.
 */
const JUMP_POINTS = 12;
/** A rise by this many points stands on the timeline as a new cartridge. */
const REPLACED_POINTS = 20;

const announced = (before: string, after: string): string => `case
  when abs(${after}.level_percent - ${before}.level_percent) >= ${JUMP_POINTS} then null
  when ${isNews(before, after)} then ${after}.level_percent
  else ${before}.announced_percent end`;

/** True where another cartridge sits in the slot: it says so, or the level rose further than any gauge drifts. */
const isReplaced = (row: string): string => `(
  ${row}.cartridge_before <> ${row}.cartridge_serial
  or ${row}.level_percent - ${row}.percent_before >= ${REPLACED_POINTS})`;

const differs = (before: string, after: string): string =>
  `(${before}.level_state, ${before}.level_percent, ${before}.cartridge_serial)
     is distinct from (${after}.level_state, ${after}.level_percent, ${after}.cartridge_serial)`;

/**
 * One statement: the newest level of each supply becomes its state where it is newer than the known one, and every
 * level that differs from the one before it goes into history. Late levels go into history only.
 */
const RECORD_LEVELS = `
  with levels as (
    select distinct on (device_id, slot, read_at) *
    from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                $9::real[], $10::text[])
      as r (device_id, read_at, slot, description, kind, color, class, level_state, level_percent, cartridge_serial)
    order by device_id, slot, read_at),
  written as (
    insert into supply as s (customer_id, device_id, slot, description, kind, color, class, level_state,
      level_percent, cartridge_serial, read_at, source, announced_percent)
    select d.customer_id, n.device_id, n.slot, n.description, n.kind, n.color, n.class, n.level_state,
      n.level_percent, n.cartridge_serial, n.read_at, 'device', n.level_percent
    from (select distinct on (device_id, slot) * from levels order by device_id, slot, read_at desc) n
      join device d on d.id = n.device_id
    on conflict (device_id, slot) do update set
      description = excluded.description, kind = excluded.kind, color = excluded.color, class = excluded.class,
      level_state = excluded.level_state, level_percent = excluded.level_percent,
      cartridge_serial = excluded.cartridge_serial, read_at = excluded.read_at, source = excluded.source,
      announced_percent = ${announced('s', 'excluded')}
    where s.read_at is null or s.read_at < excluded.read_at
    returning s.id, s.device_id, s.slot, s.description, s.kind, s.color, s.class, s.level_state, s.level_percent,
      s.cartridge_serial, s.read_at, old.level_percent as percent_before,
      old.cartridge_serial as cartridge_before, (old.id is null or ${isNews('old', 'new')} or ${isFirstOfDay('old', 'new')}) as changed),
  followed as (
    select v.*, coalesce(k.id, w.id) as supply_id, coalesce(k.customer_id, d.customer_id) as customer_id,
      lag(v.read_at) over of_supply as read_before,
      lag(v.level_state) over of_supply as state_before, lag(v.level_percent) over of_supply as percent_before,
      lag(v.cartridge_serial) over of_supply as cartridge_before,
      k.read_at as known_at, ${differs('k', 'v')} as differs_from_known
    from levels v
      join device d on d.id = v.device_id
      left join supply k on k.device_id = v.device_id and k.slot = v.slot
      left join written w on w.device_id = v.device_id and w.slot = v.slot
    window of_supply as (partition by v.device_id, v.slot order by v.read_at)),
  replaced as (
    insert into device_event (customer_id, device_id, happened_at, kind, actor_kind, facts)
    select d.customer_id, w.device_id, w.read_at, 'cartridge-changed', 'collector', jsonb_strip_nulls(jsonb_build_object(
      'slot', w.slot, 'supply', w.kind, 'color', w.color, 'percentBefore', round(w.percent_before::numeric),
      'percent', round(w.level_percent::numeric), 'cartridgeBefore', w.cartridge_before,
      'cartridge', w.cartridge_serial))
    from written w join device d on d.id = w.device_id
    where ${isReplaced('w')}),
  history as (
    insert into supply_level_read (customer_id, supply_id, read_at, level_state, level_percent, cartridge_serial)
    select customer_id, supply_id, read_at, level_state, level_percent, cartridge_serial
    from followed
    where case
      when read_at < known_at then true
      when read_before is null or read_before <= known_at then known_at is null or differs_from_known
      else (level_state, level_percent, cartridge_serial)
        is distinct from (state_before, percent_before, cartridge_before) end
    on conflict do nothing)
  select id as "supplyId", device_id as "deviceId", slot, description, kind, color, class,
    level_state as "levelState", level_percent as "levelPercent", cartridge_serial as "cartridgeSerial",
    read_at as "readAt"
  from written where changed order by device_id, slot`;

/** How many of them are low by their branch's limit; a branch that is told of later counts them itself. */
const KEEP_LOW = `
  with ${BRANCH_LIMITS}
  update device d set low_supplies = n.low
  from (select o.id, count(*) filter (where y.level_state = 'percent' and y.level_percent <= l.low_percent) as low
        from device o join supply y on y.device_id = o.id left join branch_limit l on l.id = o.branch_id
        where o.id = any($1::uuid[]) group by o.id) n
  where d.id = n.id and d.low_supplies <> n.low`;

/** Records levels. @returns the supplies that other services should hear of */
export async function recordSupplyLevels(tx: Tx, levels: SupplyLevelColumns): Promise<ChangedSupply[]> {
  if (levels.slot.length === 0) return [];
  const changed = await tx.query<ChangedSupply>(RECORD_LEVELS, [
    levels.deviceId,
    levels.readAt,
    levels.slot,
    levels.description,
    levels.kind,
    levels.color,
    levels.class,
    levels.levelState,
    levels.levelPercent,
    levels.cartridgeSerial,
  ]);
  await tx.query(KEEP_LOW, [[...new Set(levels.deviceId)]]);
  return changed;
}
