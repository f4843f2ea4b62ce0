import { normalBelow } from '../chance/distributions';
import { meanOf, varianceOf } from '../chance/gaussian';
import { numberOf, stepOf, stepWith } from './gauge';
import type { SupplySighting } from './sighting';
import { aboveLow, level, remaining } from './supply-belief';
import type { SupplyEstimate } from './supply-state';

const SWAP_RISE = 12;
const DOUBTFUL_FALL = 45;

/** What a sighting says beside what was expected. */
export type Change = 'serial' | 'rise' | 'jump' | 'fall' | 'number' | 'outlived' | 'plausible';

/** Holds a sighting against what is believed. Nothing is concluded here. */
export function changeOf(now: SupplyEstimate, seen: SupplySighting): Change {
  const { belief, cartridgeSerial, levelPercent, condition } = now;
  if (cartridgeSerial && seen.cartridgeSerial && cartridgeSerial !== seen.cartridgeSerial) return 'serial';
  const sameCartridge = cartridgeSerial !== null && cartridgeSerial === seen.cartridgeSerial;
  const deviation = Math.sqrt(varianceOf(belief, level));
  const shown = numberOf(seen);
  if (shown !== null && levelPercent === null) return 'number';
  if (shown !== null && levelPercent !== null) {
    const step = stepWith(now.stepPoints, shown);
    const rise = shown - (now.ranOut ? 0 : levelPercent);
    const above = shown - step - belief.mean[0];
    const leap = Math.max(SWAP_RISE, 2 * stepOf(step));
    if (rise >= leap || (above > 10 + 5 * deviation && (rise > 0 || belief.mean[0] < -10)))
      return sameCartridge ? 'jump' : 'rise';
    const below = belief.mean[0] - shown;
    if (rise < -DOUBTFUL_FALL && below > 2 * deviation + 2) return 'fall';
    if (rise < 0 && below > 8 + 4 * deviation) return 'fall';
    return 'plausible';
  }
  const down = condition === 'low' || condition === 'empty' || now.ranOut;
  if (seen.condition === 'ok' && down && !sameCartridge) return 'rise';
  if (seen.condition === 'low' && condition === 'ok') {
    const spread = Math.sqrt(varianceOf(belief, aboveLow));
    if (meanOf(belief, aboveLow) > 3 * spread) return 'fall';
  }
  if (!sameCartridge && !now.ranOut && seen.condition !== 'empty') {
    const score = meanOf(belief, remaining) / Math.sqrt(varianceOf(belief, remaining));
    if (normalBelow(score) < (now.unheardDays >= 3 ? 0.05 : 0.01)) return 'outlived';
  }
  return 'plausible';
}
