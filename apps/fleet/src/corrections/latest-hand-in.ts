import type { Tx } from '@platen/platform';
import type { MeterNotChanged } from './meter-act';

/** What was handed in of a counter last, with everything that says whether it may still be corrected. */
export interface LatestHandIn {
  readonly meter_id: string;
  readonly device_id: string;
  readonly kind: string;
  readonly hand_in_id: string;
  /** the hand-in that this one corrects, or itself */
  readonly first_id: string;
  readonly handed_in_at: Date;
  readonly read_at: Date;
  readonly value: string;
  readonly previous: string | null;
  readonly previous_read_at: Date | null;
  /** something was read of the counter since, by whomever */
  readonly newer: boolean;
  readonly closed_before: Date | null;
  /** days after a hand-in in which its value may be corrected */
  readonly correction_days: number;
}

/** Days in which a value may be corrected, where the branch says none. */
const CORRECTION_DAYS = 30;
const DAY_MS = 86_400_000;

// newer: then the wrong value is history and a case for the provider. A machine that is out of use has none.
const LATEST = `
  select m.id as meter_id, m.device_id, m.kind, latest.*, c.closed_before,
    coalesce((b.settings -> 'meters' ->> 'correctionDays')::int, $2) as correction_days
  from unnest($1::uuid[]) as asked (id)
    join meter m on m.id = asked.id
    join device d on d.id = m.device_id and d.retired_at is null
    left join meter_period_closed c on c.customer_id = d.customer_id
    left join known_branch b on b.id = d.branch_id
    cross join lateral (
      select h.id as hand_in_id, coalesce(h.corrects, h.id) as first_id, h.handed_in_at, h.read_at, r.value,
        v.previous, v.previous_read_at,
        exists (select from meter_read n
                where n.meter_id = v.meter_id and n.read_at > h.read_at and n.withdrawn_at is null) as newer
      from meter_hand_in_value v
        join meter_hand_in h on h.id = v.hand_in_id
        join meter_read r on r.meter_id = v.meter_id and r.read_at = h.read_at and r.withdrawn_at is null
      where v.meter_id = m.id and h.source <> 'device'
      order by h.read_at desc, h.id desc limit 1) latest`;

/** The latest hand-in of each of these counters; those of which nobody handed in anything are left out. */
export function latestHandIns(tx: Tx, meterIds: readonly string[]): Promise<LatestHandIn[]> {
  return tx.query<LatestHandIn & Record<string, unknown>>(LATEST, [meterIds, CORRECTION_DAYS]);
}

/** Why a hand-in cannot be corrected any more; null while it can. */
export function whyFixed(latest: LatestHandIn, now: Date): MeterNotChanged['code'] | null {
  if (latest.newer) return 'READ_NOT_LATEST';
  if (latest.closed_before && latest.read_at < latest.closed_before) return 'PERIOD_CLOSED';
  const age = now.getTime() - latest.handed_in_at.getTime();
  return age > latest.correction_days * DAY_MS ? 'CORRECTION_TOO_LATE' : null;
}

/** The instant by which a corrected value is judged: just before it, not by the value that is to go. */
export const justBefore = ({ read_at: at }: LatestHandIn): Date => new Date(at.getTime() - 1);
