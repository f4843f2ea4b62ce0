import type { Actor, UnitOfWork } from '@platen/platform';
import type { ResetReason } from '../meter-reads/meter-resets';

/** A declared reset as it is stored. */
export interface MeterResetRow {
  readonly meter_id: string;
  readonly at: Date;
  readonly value_before: string;
  readonly value_after: string;
  readonly reason: ResetReason;
  readonly declared_at: Date;
  readonly actor_kind: string;
  readonly actor_id: string | null;
}

/** No counter was reset more often than this; of one that was, the newest are told. */
const MOST_RESETS = 100;

const RESETS = `
  select z.* from unnest($1::uuid[]) as asked (meter_id) cross join lateral (
    select r.meter_id, r.at, r.value_before, r.value_after, r.reason, r.declared_at, r.actor_kind, r.actor_id
    from meter_reset r where r.meter_id = asked.meter_id order by r.at desc limit $2) z`;

/** Where counters went on from another value. */
export class MeterResetsService {
  constructor(private readonly work: UnitOfWork) {}

  /** Those of each of these counters, newest first, of machines that the actor sees. */
  async ofMeters(actor: Actor, meterIds: readonly string[]): Promise<MeterResetRow[][]> {
    const rows = await this.work.read(actor, (tx) =>
      tx.query<MeterResetRow & Record<string, unknown>>(RESETS, [meterIds, MOST_RESETS]),
    );
    return meterIds.map((id) => rows.filter((row) => row.meter_id === id));
  }
}
