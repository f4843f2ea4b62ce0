import type { DeviceEstimate } from '../estimate/device-estimate';

/** What mistakes cost, in any currency: only their relations matter. */
export interface MistakeCosts {
  /** a business day on which a device cannot print */
  readonly outDay: number;
  /** a day on which a cartridge lies unused: capital, room, theft */
  readonly spareDay: number;
  /** a customer who always changes cartridges as soon as a spare is there: by how much that makes a day dearer */
  readonly earlySwapFactor: number;
}

/** Belief about a customer of whom nothing was seen, worth one swap: three in ten change early. */
const PRIOR_EARLY = 0.3;

/** Share of the cartridges on a device that were changed before they were empty, 0..1. */
export function earlySwapShare(device: DeviceEstimate): number {
  let early = PRIOR_EARLY;
  let swaps = 1;
  for (const { estimate } of Object.values(device.supplies)) {
    for (const swap of estimate.swaps) {
      early += swap.early;
      swaps++;
    }
  }
  return early / swaps;
}

/**
 * The chance of running out at which waiting another day costs as much as it saves (newsvendor). Who changes early
 * throws toner away for every day that a spare lies there, so their spares come later.
 */
export function riskLimitOf(costs: MistakeCosts, earlyShare: number): number {
  const dayCost = costs.spareDay * (1 + costs.earlySwapFactor * earlyShare * earlyShare);
  return Math.min(0.5, dayCost / costs.outDay);
}
