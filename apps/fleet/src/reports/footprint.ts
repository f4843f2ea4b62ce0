import { type FootprintFactor, footprintFactors } from './footprint-factors';
import type { VolumeLine } from './volume-lines';

/** What a volume of pages means in paper and greenhouse gas, with what it was reckoned with. */
export interface Footprint {
  readonly sheets: number;
  readonly paperKg: number;
  readonly energyKwh: number;
  /** paper and electricity together, kilograms of CO2 equivalent */
  readonly co2Kg: number;
  readonly factors: readonly FootprintFactor[];
}

/**
 * Two pages counted as duplex share a sheet; a page on A3 weighs two sheets of A4. Pages nobody counts as duplex are
 * taken as one sheet each, so the paper is never reckoned too low.
 * @returns null when nothing was read
 */
export function footprintOf({ sum, duplexShare, a3Share }: VolumeLine): Footprint | null {
  if (sum === null) return null;
  const { sheet, paper, pageEnergy, electricity } = footprintFactors;
  const sheets = sum - (sum * (duplexShare ?? 0)) / 2;
  const paperKg = (sheets * (1 + (a3Share ?? 0)) * sheet.value) / 1000;
  const energyKwh = sum * pageEnergy.value;
  return {
    sheets: Math.round(sheets),
    paperKg,
    energyKwh,
    co2Kg: paperKg * paper.value + energyKwh * electricity.value,
    factors: Object.values(footprintFactors),
  };
}
