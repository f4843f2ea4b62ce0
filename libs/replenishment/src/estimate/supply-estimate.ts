import type { Day } from '../calendar/activity-calendar';
import { normalBelow } from '../chance/distributions';
import { copyOf, learn, meanOf, varianceOf } from '../chance/gaussian';
import { boundByGauge, gaugeFloor, numberOf, stepWith } from './gauge';
import type { SupplySighting } from './sighting';
import {
  type SupplyBelief,
  type UsePrior,
  aboveLow,
  firstBelief,
  level,
  refill,
  remaining,
  spend,
} from './supply-belief';
import type { SeenSwap, SupplyEstimate, SupplyStep, SwapEvidence } from './supply-state';
import { afterFall, afterWaiting, steady } from './unsteadiness';
import { changeOf } from './what-changed';

/** Cartridges remembered per slot. */
const SWAPS_KEPT = 8;
/** Business days of "empty" after which a spare is no longer believed in. */
const DRY_AFTER = 2;

/** A supply seen for the first time. */
export function firstEstimate(day: Day, seen: SupplySighting, use: UsePrior): SupplyEstimate {
  const known = seen.levelPercent;
  const belief = known === null ? firstBelief(55, 25 ** 2, use) : firstBelief(known - 4, 5 ** 2, use);
  if (seen.condition === 'ok') learn(belief, aboveLow, 0, Infinity, 0.25);
  if (seen.condition === 'low') learn(belief, aboveLow, -Infinity, 0, 0.25);
  if (seen.condition === 'empty') learn(belief, remaining, -1, 0, 0.25);
  return {
    belief,
    readOn: day,
    levelPercent: seen.condition === 'empty' ? null : known,
    condition: seen.condition,
    cartridgeSerial: seen.cartridgeSerial,
    stepPoints: stepWith(0, known),
    doubt: null,
    ranOut: seen.condition === 'empty',
    emptyDays: seen.condition === 'empty' ? 1 : 0,
    dryOn: [],
    unheardDays: 0,
    unsteady: steady,
    swaps: [],
    forgottenSwapOn: null,
  };
}

/** Takes a further sighting in; it must be newer than all before. */
export function nextEstimate(before: SupplyEstimate, told: SupplyStep): SupplyEstimate {
  const { day, units } = told;
  const belief = copyOf(before.belief);
  const cost = belief.mean[1] * units;
  spend(belief, units, cost * cost * told.unevenness + 0.02, told.drift);
  const seen = atZero(told.seen, belief);
  const step = { ...told, seen };
  const justRanOut = !before.ranOut && (step.alerted || seen.condition === 'empty');
  if (justRanOut) runDry(belief, cost);
  const emptyDays = emptyDaysAfter(before, step);
  const dry = emptyDays >= DRY_AFTER && before.emptyDays < DRY_AFTER;
  const now: SupplyEstimate = {
    ...before,
    belief,
    readOn: day,
    ranOut: before.ranOut || justRanOut,
    emptyDays,
    unheardDays: Math.max(before.unheardDays, step.businessDays - 1),
    unsteady: afterWaiting(before.unsteady, step.activity),
    dryOn: dry ? [...before.dryOn, day].slice(-SWAPS_KEPT) : before.dryOn,
    doubt: before.doubt && { ...before.doubt, unitsSince: before.doubt.unitsSince + units },
  };
  if (seen.condition === 'unknown' && seen.levelPercent === null) return now;
  const change = changeOf(now, seen);
  if (change === 'serial') return swapped(now, step, { ...swapOf(now, day), evidence: 'serial' }, units, 0);
  if (change === 'outlived') return outlived(now, step);
  if (change === 'plausible') return believed(now, step, before);
  if (now.doubt?.kind === change) {
    const { swap, unitsBefore, unitsSince } = now.doubt;
    if (change !== 'rise') return believed(fallen(now, seen), step, before);
    return swapped(now, step, { ...swap, evidence: evidenceOf(seen) }, unitsBefore, unitsSince);
  }
  if (change === 'rise' && step.alerted)
    return swapped(now, step, { ...swapOf(now, day), evidence: evidenceOf(seen) }, units, 0);
  return { ...now, doubt: { kind: change, day, unitsBefore: units, unitsSince: 0, swap: swapOf(now, day) } };
}

/** A bare 0 near where the gauge was expected says "empty"; out of the blue it is a jump like any other. */
function atZero(seen: SupplySighting, belief: SupplyBelief): SupplySighting {
  if (seen.condition !== 'unknown' || seen.levelPercent !== 0) return seen;
  const near = belief.mean[0] <= 8 + 4 * Math.sqrt(varianceOf(belief, level));
  return near ? { ...seen, condition: 'empty' } : seen;
}

/** The first sighting of "empty" counts as one day, however long nobody had looked before it. */
function emptyDaysAfter({ emptyDays }: SupplyEstimate, { seen, businessDays }: SupplyStep): number {
  if (seen.condition !== 'empty') return 0;
  return emptyDays === 0 ? 1 : emptyDays + businessDays;
}

/** It is empty. Far from where it was expected, that was a day of much printing rather than a poor cartridge. */
function runDry(belief: SupplyBelief, cost: number): void {
  const left = meanOf(belief, remaining);
  if (left > 0 && left * left > 9 * varianceOf(belief, remaining)) belief.cov[0][0] += left * left;
  learn(belief, remaining, -cost - 1, 0, 0.25);
}

/**
 * The device says again what could not be: it is right, and the belief was wrong. A gauge that leapt tells nothing
 * about the cost of a page; where there is no number, a "low" that comes far too early means that pages cost more.
 */
function fallen(now: SupplyEstimate, seen: SupplySighting): SupplyEstimate {
  const belief = copyOf(now.belief);
  const [at, cost] = belief.mean;
  const shown = numberOf(seen);
  const off = (at - (shown ?? belief.mean[4])) ** 2;
  belief.cov[0][0] += off;
  if (shown !== null) return { ...now, belief };
  const units = Math.max(1, 100 - at) / cost;
  belief.cov[1][1] += off / units ** 2;
  belief.cov[0][1] -= off / units;
  belief.cov[1][0] -= off / units;
  return { ...now, belief };
}

/** The reading agrees with what is believed, within reason: what changed makes the belief sharper. */
function believed(now: SupplyEstimate, step: SupplyStep, before: SupplyEstimate): SupplyEstimate {
  const { seen } = step;
  const belief = copyOf(now.belief);
  const reach = belief.mean[1] * step.units + 1;
  const shown = numberOf(seen);
  const stepPoints = stepWith(now.stepPoints, shown);
  if (shown !== null && shown !== before.levelPercent)
    boundByGauge(belief, shown, stepPoints, gaugeFloor(before.levelPercent, before.stepPoints) - reach);
  if (seen.condition === 'low' && before.condition === 'ok') learn(belief, aboveLow, -reach, 0, 0.25);
  const fell = shown !== null && before.levelPercent !== null ? before.levelPercent - shown : 0;
  return {
    ...now,
    belief,
    unsteady: fell > 0 ? afterFall(now.unsteady, fell, now.belief.mean[1], stepPoints) : now.unsteady,
    doubt: null,
    ranOut: now.ranOut && seen.condition === 'empty',
    levelPercent: shown ?? now.levelPercent,
    condition: seen.condition === 'unknown' ? now.condition : seen.condition,
    cartridgeSerial: seen.cartridgeSerial ?? now.cartridgeSerial,
    stepPoints,
  };
}

/**
 * The belief at the last sighting with everything that has not happened yet: the gauge has not fallen to its next
 * step, the device has not said "low". Such bounds hold until they are crossed, so they are laid on when one looks and
 * never stored: taken in daily they would count many times over.
 */
export function beliefNow(supply: SupplyEstimate): SupplyBelief {
  const belief = copyOf(supply.belief);
  if (supply.ranOut) return belief;
  const floor = gaugeFloor(supply.levelPercent, supply.stepPoints);
  if (Number.isFinite(floor)) learn(belief, level, floor, Infinity, 0.1 + 0.02 * supply.stepPoints);
  if (supply.condition === 'ok') learn(belief, aboveLow, 0, Infinity, 0.25);
  return belief;
}

function swapOf(now: SupplyEstimate, day: Day): Omit<SeenSwap, 'evidence'> {
  const mean = meanOf(now.belief, remaining);
  const spread = Math.sqrt(varianceOf(now.belief, remaining));
  if (now.ranOut) return { day, residuePoints: 0, early: 0 };
  const early = normalBelow((mean - 4) / Math.max(1, spread));
  return { day, residuePoints: Math.max(0, mean), early };
}

function swapped(
  now: SupplyEstimate,
  step: SupplyStep,
  swap: SeenSwap,
  unitsBefore: number,
  unitsSince: number,
): SupplyEstimate {
  const belief = copyOf(now.belief);
  if (!now.ranOut) learn(belief, remaining, 0, Infinity, 0.25);
  const halfDay = (belief.mean[1] * unitsBefore) / 2;
  refill(belief, 100 - Math.min(40, halfDay), 1 + halfDay * halfDay);
  spend(belief, unitsSince, (belief.mean[1] * unitsSince) ** 2 * step.unevenness, 0);
  return renewed(now, step, swap, belief);
}

/** It prints longer than any cartridge could: it was changed when nobody looked. */
function outlived(now: SupplyEstimate, step: SupplyStep): SupplyEstimate {
  const belief = copyOf(now.belief);
  refill(belief, 70, 20 ** 2);
  return renewed(now, step, { day: step.day, residuePoints: 0, early: 0, evidence: 'outlived' }, belief);
}

function renewed(
  now: SupplyEstimate,
  { seen }: SupplyStep,
  swap: SeenSwap,
  belief: SupplyBelief,
): SupplyEstimate {
  const shown = numberOf(seen);
  const stepPoints = stepWith(now.stepPoints, shown);
  if (shown !== null) boundByGauge(belief, shown, stepPoints, -Infinity);
  return {
    ...now,
    belief,
    doubt: null,
    ranOut: false,
    emptyDays: 0,
    unheardDays: 0,
    unsteady: { ...now.unsteady, since: 0 },
    levelPercent: shown ?? now.levelPercent,
    // Who says it in numbers alone has not said "ok" either.
    condition: seen.condition === 'unknown' && now.condition !== 'unknown' ? 'ok' : seen.condition,
    cartridgeSerial: seen.cartridgeSerial ?? now.cartridgeSerial,
    stepPoints,
    swaps: [...now.swaps, swap].slice(-SWAPS_KEPT),
    forgottenSwapOn: now.swaps.length < SWAPS_KEPT ? now.forgottenSwapOn : (now.swaps[0]?.day ?? null),
  };
}

function evidenceOf(seen: SupplySighting): SwapEvidence {
  return numberOf(seen) === null ? 'condition' : 'rise';
}
