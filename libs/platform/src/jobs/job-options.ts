/** How a delivery is tried and kept. */
export interface DeliveryOptions {
  readonly attempts: number;
  readonly backoff: { readonly type: 'exponential'; readonly delay: number; readonly jitter: number };
  readonly removeOnComplete: true;
  readonly removeOnFail: false;
  readonly stackTraceLimit: number;
}

/**
 * How often a handler is tried: 8 times over about two minutes, each wait twice the one before and up to half of
 * it shortened by chance, so that handlers that failed together do not come back together (threats C52).
 * Completed jobs leave at once, or their id would block a re-issue; failed ones stay and are looked at.
 */
export const deliveryOptions: DeliveryOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: false,
  stackTraceLimit: 5,
};

/**
 * A worker that dies loses its job after `lockDuration`; the next check gives it to another. A job may lose its
 * worker five times (default: once) before the queue gives up on it, and then the sweeper re-issues it.
 */
export const workerOptions = {
  lockDuration: 15_000,
  stalledInterval: 10_000,
  maxStalledCount: 5,
  drainDelay: 10,
} as const;

/** What BullMQ writes as the reason when a job lost its worker too often. */
export const STALLED_TOO_OFTEN = 'job stalled more than allowable limit';
