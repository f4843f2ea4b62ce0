/** How long deliveries take: business days from the day of the order, with weights that sum to 1, ascending. */
export type LeadTimes = readonly (readonly [businessDays: number, weight: number])[];

/** Before a carrier's own record tells: one parcel in twelve is late, and half of the late ones by another day. */
const LATE_SHARE = 0.08;
const LATER_STILL = 0.5;
const LATEST = 8;
/** Deliveries that the promise counts for when what really happened is laid beside it. */
const PROMISE_WEIGHT = 40;

/**
 * Lead times of one carrier in one branch: what is promised, with a tail of late parcels, moved by what happened.
 * @param promised  business days and their weights
 * @param happened  business days that each delivery took
 */
export function leadTimesOf(
  promised: readonly (readonly [number, number])[],
  happened: readonly number[],
): LeadTimes {
  const total = promised.reduce((sum, [, weight]) => sum + weight, 0);
  const weights = new Map<number, number>();
  const add = (days: number, weight: number) => weights.set(days, (weights.get(days) ?? 0) + weight);
  for (const [days, weight] of promised) {
    const share = (PROMISE_WEIGHT * weight) / total;
    add(days, share * (1 - LATE_SHARE));
    let late = share * LATE_SHARE;
    for (let more = 1; more <= LATEST; more++) {
      const here = more === LATEST ? late : late * (1 - LATER_STILL);
      add(days + more, here);
      late -= here;
    }
  }
  for (const days of happened) add(Math.min(60, Math.max(0, Math.round(days))), 1);
  const all = PROMISE_WEIGHT + happened.length;
  return [...weights].sort(([a], [b]) => a - b).map(([days, weight]) => [days, weight / all] as const);
}

/** Business days within which a share of the deliveries has arrived. */
export function arrivedWithin(times: LeadTimes, share: number): number {
  let sum = 0;
  for (const [days, weight] of times) {
    sum += weight;
    if (sum >= share) return days;
  }
  return times.at(-1)?.[0] ?? 0;
}
