import { defineJob } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { z } from 'zod';

/** Gives up readings that are older than the installation keeps them. */
export const giveUpOldReads = defineJob({ name: 'fleet.give-up-old-reads', payload: z.object({}) });

/** How many whole months of each kind of reading are kept beside the present one; null: all. */
export interface Retention {
  readonly meterReads: number | null;
  readonly supplyLevels: number | null;
}

const DROP = 'select drop_reading_months($1, $2::date) as partition';

/**
 * Drops whole months of readings, which costs nothing however many they hold. What a later month needs of them, it has
 * kept itself: each month of a device knows from which value it began. Months of devices, groups and customers, and
 * timelines, are kept for ever.
 * @returns names of the tables that are gone
 */
export async function dropOldReads(tx: Tx, retention: Retention, now: Date): Promise<string[]> {
  const gone: string[] = [];
  const parents = [
    ['meter_read', retention.meterReads],
    ['supply_level_read', retention.supplyLevels],
  ] as const;
  for (const [parent, months] of parents) {
    if (months === null) continue;
    const before = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1))
      .toISOString()
      .slice(0, 10);
    const rows = await tx.query<{ partition: string }>(DROP, [parent, before]);
    gone.push(...rows.map(({ partition }) => partition));
  }
  return gone;
}
