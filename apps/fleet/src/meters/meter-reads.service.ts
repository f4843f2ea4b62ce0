import { type Actor, type Connection, type Page, type UnitOfWork, toConnection } from '@platen/platform';
import type { ReadSource } from '../enums';
import type { ExportState } from '../hand-ins/hand-in.type';

/** One reading of a counter, and the hand-in it came with, if any. */
export interface MeterReadRow {
  readonly meter_id: string;
  readonly read_at: Date;
  readonly value: string;
  readonly source: ReadSource;
  readonly confidence: 'measured' | 'stated' | 'estimated';
  readonly hand_in_id: string | null;
  readonly handed_in_at: Date | null;
  readonly flagged: boolean | null;
  readonly corrected: boolean | null;
  readonly value_before: string | null;
  readonly actor_kind: string | null;
  readonly actor_id: string | null;
  readonly note: string | null;
  readonly export_state: ExportState | null;
  readonly booked_at: Date | null;
  readonly booked_reference: string | null;
}

const READS = `
  select e.meter_id, e.read_at, e.value, e.source, e.confidence, h.id as hand_in_id, h.handed_in_at, h.flagged,
    h.corrects is not null as corrected, t.value_before, h.actor_kind, h.actor_id, h.note, h.export_state, h.booked_at,
    h.booked_reference
  from unnest($1::uuid[]) as asked (meter_id)
    cross join lateral (
      select r.meter_id, r.read_at, r.value, r.source, r.confidence from meter_read r
      where r.meter_id = asked.meter_id and r.read_at < coalesce($2::timestamptz, 'infinity')
        and r.withdrawn_at is null
      order by r.read_at desc limit $3) e
    left join lateral (
      select h.* from meter_hand_in_value v join meter_hand_in h on h.id = v.hand_in_id
      where v.meter_id = e.meter_id and h.read_at = e.read_at order by h.id desc limit 1) h on true
    left join lateral (
      select t.value_before from meter_correction t
      where h.corrects is not null and t.meter_id = e.meter_id and t.read_at = e.read_at
      order by t.id desc limit 1) t on true
  order by e.meter_id, e.read_at desc`;

/** What was ever read of counters. */
export class MeterReadsService {
  constructor(private readonly work: UnitOfWork) {}

  /** The readings of each of these counters, newest first, of machines that the actor sees. */
  async ofMeters(actor: Actor, meterIds: readonly string[], page: Page): Promise<Connection<MeterReadRow>[]> {
    const rows = await this.work.read(actor, (tx) =>
      tx.query<MeterReadRow & Record<string, unknown>>(READS, [
        meterIds,
        page.after?.[0] ?? null,
        page.size + 1,
      ]),
    );
    return meterIds.map((id) =>
      toConnection(
        rows.filter((row) => row.meter_id === id),
        page,
        (row) => row,
        (row) => [row.read_at.toISOString()],
      ),
    );
  }
}
