import type { Clock } from '@platen/kernel';
import type { Actor, UnitOfWork } from '@platen/platform';
import { CLOCK_TOLERANCE_SECONDS } from '../collectors/collector.mapping';
import { type CollectorState, type FailureReason, stateOf } from '../collectors/collector.row';
import { BRANCH_LIMITS, deviceState } from '../devices/device-state.sql';
import { visibleDevices } from '../visibility/visible-devices.sql';
import { visibilityOf } from '../visibility/visibility.policy';
import { silenceCause } from './device-silence';
import type { DeviceSilence } from './device-silence.type';

/** Answers "why is it silent". */
export class DeviceSilenceService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** For each of these devices, being ones that the actor sees: null where it is not silent. One statement. */
  async ofDevices(actor: Actor, deviceIds: readonly string[]): Promise<(DeviceSilence | null)[]> {
    const visible = visibleDevices(visibilityOf(actor), 3, 'n');
    const rows = await this.work.read(actor, (tx) =>
      tx.query<SilenceRow>(silenceOfDevices(visible.sql), [
        this.clock.now(),
        deviceIds,
        ...visible.parameters,
      ]),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return deviceIds.map((id) => {
      const row = byId.get(id);
      return row ? toSilence(row) : null;
    });
  }
}

interface SilenceRow {
  readonly id: string;
  readonly since: Date | null;
  readonly limit_hours: number;
  readonly address_taken: boolean;
  readonly collector_state: CollectorState | null;
  readonly reported_at: Date | null;
  readonly clock_offset: number | null;
  readonly failure: FailureReason | null;
  readonly collector_others: number;
  readonly collector_heard: number;
  readonly site_others: number;
  readonly site_heard: number;
  readonly seen_others: number;
  readonly seen_heard: number;
}

function toSilence(row: SilenceRow): DeviceSilence {
  const { collector_state: state, failure } = row;
  const offset = Math.abs(row.clock_offset ?? 0);
  const isClockOff = offset > CLOCK_TOLERANCE_SECONDS;
  return {
    since: row.since,
    limitHours: row.limit_hours,
    cause: silenceCause({
      everHeard: row.since !== null,
      collector: state && { state, isClockOff },
      failure,
      ofCollector: { others: row.collector_others, heard: row.collector_heard },
      atSite: { others: row.site_others, heard: row.site_heard },
      addressTaken: row.address_taken,
    }),
    nearby: row.seen_others,
    heardNearby: row.seen_heard,
    addressTaken: row.address_taken,
    collectorState: state,
    collectorReportedAt: row.reported_at,
    collectorClockOffMinutes: isClockOff ? Math.round(offset / 60) : null,
    failure,
  };
}

/** Other machines that should be heard, and whether they are. */
const NEIGHBOURS = `device n cross join lateral (
      select coalesce(n.last_seen_at >= $1::timestamptz - l.silent_after, false) as heard) h`;
const WATCHED = `n.id <> d.id and n.retired_at is null and n.monitored and n.lifecycle = 'installed'`;

/**
 * The cause is judged by all machines of the organisation, because it is one of networks; the numbers that people
 * are shown count only what they see (R30). Where nothing was heard of it yet, the collectors of its place tell.
 * @param visible  condition on `device n`, its parameters from `$3` on
 */
const silenceOfDevices = (visible: string): string => `
  with ${BRANCH_LIMITS}
  select d.id, d.last_seen_at + l.silent_after as since, (extract(epoch from l.silent_after) / 3600)::int as limit_hours,
    exists (
      select 1 from device o
      where o.customer_id = d.customer_id and o.id <> d.id and o.ip_address = d.ip_address
        and o.last_seen_at > d.last_seen_at
      union all
      select 1 from unknown_device o
      where o.branch_id = d.branch_id and o.customer_id = d.customer_id and o.address = d.ip_address
        and o.last_seen_at > d.last_seen_at) as address_taken,
    c.others as collector_others, c.heard as collector_heard,
    s.others as site_others, s.heard as site_heard,
    s.seen_others, s.seen_heard,
    o.state as collector_state, o.last_report_at as reported_at, o.clock_offset, f.reason as failure
  from device d
  join branch_limit l on l.id = d.branch_id
  cross join lateral (
    select count(*)::int as others, count(*) filter (where h.heard)::int as heard,
      count(*) filter (where ${visible})::int as seen_others,
      count(*) filter (where h.heard and ${visible})::int as seen_heard
    from ${NEIGHBOURS} where n.site_id = d.site_id and ${WATCHED}) s
  cross join lateral (
    select count(*)::int as others, count(*) filter (where h.heard)::int as heard
    from ${NEIGHBOURS} where n.customer_id = d.customer_id and n.heard_by = d.heard_by and ${WATCHED}) c
  left join lateral (
    select c.last_report_at, (c.report ->> 'clockOffsetSeconds')::int as clock_offset, ${stateOf('$1')} as state
    from collector c where c.id = d.heard_by and c.customer_id = d.customer_id) o on true
  left join lateral (
    select f.reason from collector c join collector_failure f on f.collector_id = c.id
    where c.customer_id = d.customer_id and f.address = d.ip_address
      and (c.id = d.heard_by or d.heard_by is null and c.site_id = d.site_id)
    order by f.since desc, c.id limit 1) f on true
  where d.id = any($2::uuid[]) and ${deviceState('$1')} = 'SILENT'`;
