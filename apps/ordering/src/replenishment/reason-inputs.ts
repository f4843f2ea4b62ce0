import type { LedgerState, PlanCode } from '@platen/replenishment';

/**
 * Why something was ordered or not: the engine's codes, and what only the service knows. Codes are added, never
 * reused: they are stored, and each has a sentence for people. `class-not-covered`: the branch does not want this
 * kind to be ordered by itself.
 */
export type ReasonCode =
  | PlanCode
  | 'class-not-covered'
  | 'cancelled-lately'
  | 'fall-unconfirmed'
  | 'rise-unconfirmed'
  | 'no-article';

/** The facts that led to a decision, as they were. */
export interface ReasonInputs {
  readonly ledger: LedgerState;
  readonly levelState: string | null;
  /** percent by the newest reading, null where it gave none */
  readonly levelPercent: number | null;
  /** percent of the newest reading that is believed */
  readonly believedPercent: number | null;
  /** instant of the newest reading, ISO 8601 */
  readonly readAt: string | null;
  /** level of the branch at which is ordered where no forecast carries */
  readonly reorderPercent: number;
  /** absent from decisions made before there were forecasts, and before the first reading */
  readonly forecast?: ForecastInputs | null;
}

/** What was expected of a supply when it was decided. Days are yyyy-mm-dd. */
export interface ForecastInputs {
  readonly leftPercent: number;
  /** what a plain business day uses */
  readonly percentPerDay: number;
  /** chance to be empty before an order of the next business day would arrive, and the chance that is accepted */
  readonly riskPercent: number;
  readonly riskLimitPercent: number;
  /** one in ten is empty before, half are, nine in ten are; null: not within two years */
  readonly emptyFrom: string;
  readonly emptyLikely: string;
  readonly emptyTo: string | null;
  /** what is left, in percent, when an order becomes due; and the day on which that is expected */
  readonly reorderAtPercent?: number;
  readonly orderLikely?: string | null;
}
