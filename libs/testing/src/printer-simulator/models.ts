import type { SupplyColor } from '@platen/printer-mib';

/** One part that a simulated model wears out or fills. */
export interface SimulatedPart {
  /** what a test or a scenario calls it */
  slot: string;
  /** prtMarkerSuppliesDescription, without part and serial number */
  description: string;
  partNumber: string;
  /** prtMarkerSuppliesType: 3 toner, 4 wasteToner, 9 opc, 15 fuser */
  type: number;
  color: SupplyColor;
  /** impressions from full to empty; colour toner counts colour pages only */
  yieldImpressions: number;
  /** consumed parts start full, receptacles start empty; both at 100 */
  receptacle: boolean;
}

/** A kind of machine that the simulator can be. */
export interface SimulatedModel {
  /** hrDeviceDescr: maker and model */
  name: string;
  isColor: boolean;
  /** share of the pages that are printed in colour, 0..1 */
  colorShare: number;
  parts: readonly SimulatedPart[];
}

const part = (
  slot: string,
  description: string,
  partNumber: string,
  type: number,
  color: SupplyColor,
  yieldImpressions: number,
): SimulatedPart => ({
  slot,
  description,
  partNumber,
  type,
  color,
  yieldImpressions,
  receptacle: type === 4,
});

/** The machines that exist. They are Hewlett-Packard's in their OIDs only; names and part numbers are made up. */
export const simulatedModels = {
  'mono-laser': {
    name: 'HP LaserJet Pro M404x',
    isColor: false,
    colorShare: 0,
    parts: [
      part('black', 'Black Cartridge', 'SIM-M10K', 3, 'black', 10_000),
      part('drum', 'Imaging Drum', 'SIM-M30D', 9, 'none', 30_000),
    ],
  },
  'color-mfp': {
    name: 'HP Color LaserJet MFP E786x',
    isColor: true,
    colorShare: 0.4,
    parts: [
      part('black', 'Black Cartridge', 'SIM-C29K', 3, 'black', 29_000),
      part('cyan', 'Cyan Cartridge', 'SIM-C32C', 3, 'cyan', 20_000),
      part('magenta', 'Magenta Cartridge', 'SIM-C32M', 3, 'magenta', 20_000),
      part('yellow', 'Yellow Cartridge', 'SIM-C32Y', 3, 'yellow', 20_000),
      part('fuser', 'Fuser Kit', 'SIM-F200', 15, 'none', 200_000),
      part('waste', 'Waste Toner Container', 'SIM-W100', 4, 'none', 100_000),
    ],
  },
  /** as the colour machine, but its toner collection unit only ever says "some space left" */
  'color-mfp-waste-some': {
    name: 'HP Color LaserJet MFP M480x',
    isColor: true,
    colorShare: 0.3,
    parts: [
      part('black', 'Black Cartridge', 'SIM-C08K', 3, 'black', 7_500),
      part('cyan', 'Cyan Cartridge', 'SIM-C08C', 3, 'cyan', 6_000),
      part('magenta', 'Magenta Cartridge', 'SIM-C08M', 3, 'magenta', 6_000),
      part('yellow', 'Yellow Cartridge', 'SIM-C08Y', 3, 'yellow', 6_000),
      part('waste', 'Toner Collection Unit', 'SIM-TCU1', 4, 'none', 0),
    ],
  },
} as const satisfies Record<string, SimulatedModel>;

/** Name of a simulated model. */
export type SimulatedModelName = keyof typeof simulatedModels;
