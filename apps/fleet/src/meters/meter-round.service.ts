import type { Clock } from '@platen/kernel';
import { type Actor, type Connection, type Page, type UnitOfWork, toConnection } from '@platen/platform';
import { visibilityOf } from '../visibility/visibility.policy';
import { type RoundFilter, listRound, periodOfNow } from './meter-round.query';

/** A machine of a round. */
export interface RoundRow {
  readonly id: string;
  readonly name: string;
  readonly due: boolean;
  /** the newest reading of any of its counters */
  readonly read_at: Date | null;
}

/** The month in which readings are asked for. */
export interface MeterPeriodRow {
  /** its first day, yyyy-mm-dd */
  readonly month: string;
  readonly dueOn: string;
  /** machines that lack a reading */
  readonly due: number;
}

/** The machines that somebody goes round to read. */
export class MeterRoundService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** One page by name. */
  async list(actor: Actor, filter: RoundFilter, page: Page): Promise<Connection<RoundRow>> {
    const query = listRound(visibilityOf(actor), filter, page, this.clock.now());
    const rows = await this.work.read(actor, (tx) =>
      tx.query<RoundRow & Record<string, unknown>>(query.sql, query.parameters),
    );
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.name, row.id],
    );
  }

  /** @returns null for an actor without a branch */
  async period(actor: Actor): Promise<MeterPeriodRow | null> {
    if (!actor.branchId) return null;
    const query = periodOfNow(visibilityOf(actor), actor.branchId, this.clock.now());
    const [row] = await this.work.read(actor, (tx) =>
      tx.query<MeterPeriodRow & Record<string, unknown>>(query.sql, query.parameters),
    );
    return row ?? null;
  }
}
