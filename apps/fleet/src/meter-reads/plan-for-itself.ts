import type { Tx } from '@platen/platform';

const PLAN_FOR_ITSELF = 'set local plan_cache_mode = force_custom_plan';

/**
 * Readings come as a few of known machines or as thousands of new ones, and a plan made while the tables were empty
 * makes the latter quadratic (0.5 s grew to 10 s a request while 4,000 machines came in): from here on, every statement
 * of this transaction is planned for itself.
 */
export async function planForItself(tx: Tx): Promise<void> {
  await tx.query(PLAN_FOR_ITSELF);
}
