import type { Day } from '../calendar/activity-calendar';
import type { Condition, SupplySighting } from './sighting';
import type { SupplyBelief } from './supply-belief';
import type { Unsteadiness } from './unsteadiness';

/** How one knows that a cartridge was changed. */
export type SwapEvidence = 'serial' | 'rise' | 'condition' | 'outlived';

/** A cartridge was changed. */
export interface SeenSwap {
  readonly day: Day;
  readonly evidence: SwapEvidence;
  /** points that were left in the old one; 0 when it had run out */
  readonly residuePoints: number;
  /** chance that it was changed before it was empty, 0..1 */
  readonly early: number;
}

/** A jump that the next sighting must confirm. */
export interface Doubt {
  /** 'jump': up, with the same cartridge in the slot (shaken, or nonsense); 'number': from a device that gives none */
  readonly kind: 'rise' | 'jump' | 'fall' | 'number';
  readonly day: Day;
  /** use in the interval that ended with it, and since */
  readonly unitsBefore: number;
  readonly unitsSince: number;
  /** what it would mean */
  readonly swap: Omit<SeenSwap, 'evidence'>;
}

/** Everything that is known of one supply from what its device said. */
export interface SupplyEstimate {
  readonly belief: SupplyBelief;
  readonly readOn: Day;
  /** newest number that is believed */
  readonly levelPercent: number | null;
  readonly condition: Condition;
  readonly cartridgeSerial: string | null;
  /** greatest common divisor of the levels seen: the step of the gauge */
  readonly stepPoints: number;
  readonly doubt: Doubt | null;
  /** the cartridge in the slot has run out */
  readonly ranOut: boolean;
  /** business days in a row on which the device said "empty" */
  readonly emptyDays: number;
  /** days on which "empty" had lasted so long that nothing can be lying beside the device; oldest first */
  readonly dryOn: readonly Day[];
  /** longest silence in business days since the cartridge was put in: a swap may hide in it */
  readonly unheardDays: number;
  /** how unsteadily the gauge falls: all there is where nothing is counted */
  readonly unsteady: Unsteadiness;
  /** oldest first, the last ones only */
  readonly swaps: readonly SeenSwap[];
  /** day of the newest swap that is not in the list any more */
  readonly forgottenSwapOn: Day | null;
}

/** One sighting with what happened since the one before. */
export interface SupplyStep {
  readonly day: Day;
  readonly seen: SupplySighting;
  /** the device said at some time of these days that it ran out */
  readonly alerted: boolean;
  /** use since the sighting before, in the units of the belief */
  readonly units: number;
  /** relative variance of what these units cost */
  readonly unevenness: number;
  /** relative variance by which the cost per unit may have drifted */
  readonly drift: number;
  readonly businessDays: number;
  /** activity days since the sighting before */
  readonly activity: number;
}
