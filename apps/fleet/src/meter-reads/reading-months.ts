import { defineJob } from '@platen/contracts';
import { type UnitOfWork, system } from '@platen/platform';
import { z } from 'zod';

/** Makes the tables of the coming months, so that no reading ever waits for one. */
export const makeReadingMonths = defineJob({ name: 'fleet.make-reading-months', payload: z.object({}) });

const MONTHS_AHEAD = 3;

/**
 * Month partitions of readings. Made ahead by a daily job, and at need for late data: in a transaction of their
 * own, before the one that fills them.
 */
export class ReadingMonths {
  /** months known to exist, as yyyy-mm-01; those that are dropped are too old to be asked for again */
  private readonly made = new Set<string>();

  constructor(private readonly work: UnitOfWork) {}

  /** Afterwards there is a partition for each of these instants. */
  async ensure(instants: readonly Date[]): Promise<void> {
    const missing = [...new Set(instants.map(monthOf))].filter((month) => !this.made.has(month));
    if (missing.length === 0) return;
    await this.work.write(system('fleet.reading-months'), (tx) =>
      tx.query('select make_reading_months($1::date[])', [missing]),
    );
    for (const month of missing) this.made.add(month);
  }

  /** Afterwards this month and the next ones have a partition. */
  ensureAhead(now: Date): Promise<void> {
    const months = Array.from(
      { length: MONTHS_AHEAD + 1 },
      (_, ahead) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)),
    );
    return this.ensure(months);
  }
}

/** The first day of an instant's month in UTC, yyyy-mm-01. */
export function monthOf(instant: Date): string {
  return `${instant.toISOString().slice(0, 7)}-01`;
}
