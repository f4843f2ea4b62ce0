import { type Clock, expectedRange } from '@platen/kernel';
import type { Actor, UnitOfWork } from '@platen/platform';
import { pastsOf } from '../hand-ins/counter-pasts';
import type { MeterExpectationRow } from '../meters/meter-expectation.service';
import { type LatestHandIn, justBefore, latestHandIns, whyFixed } from './latest-hand-in';

/** A value that may be corrected, and what its correction is judged by. */
export interface CorrectableRow {
  readonly readAt: Date;
  readonly value: number;
  readonly expectation: MeterExpectationRow;
}

/** Which readings their people may still correct: the rule of `correctMeterRead`, told before anybody tries. */
export class CorrectableService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** In the order asked for, the counters being of machines that the actor sees; null where nothing may be corrected. */
  async ofMeters(actor: Actor, meterIds: readonly string[]): Promise<(CorrectableRow | null)[]> {
    if (!actor.rights.has('meter:submit')) return meterIds.map(() => null);
    const now = this.clock.now();
    return this.work.read(actor, async (tx) => {
      const open = (await latestHandIns(tx, meterIds)).filter((latest) => whyFixed(latest, now) === null);
      const asked = {
        deviceId: open.map(({ device_id: id }) => id),
        kind: open.map(({ kind }) => kind),
        readAt: open.map(justBefore),
      };
      const pasts = open.length > 0 ? await pastsOf(tx, asked, now) : [];
      const rows = new Map(
        open.flatMap((latest, index) => {
          const past = pasts[index]?.past;
          return past ? [[latest.meter_id, toRow(latest, { ...past, after: null })] as const] : [];
        }),
      );
      return meterIds.map((id) => rows.get(id) ?? null);
    });
  }
}

function toRow(latest: LatestHandIn, past: MeterExpectationRow['past']): CorrectableRow {
  const { read_at: readAt, value } = latest;
  return { readAt, value: Number(value), expectation: { past, now: expectedRange(past, readAt) } };
}
