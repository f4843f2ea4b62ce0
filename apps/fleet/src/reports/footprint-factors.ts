/** A figure that a footprint is reckoned with, and where it comes from; shown beside every result. */
export interface FootprintFactor {
  readonly code: 'SHEET_GRAMS' | 'PAPER_CO2' | 'PAGE_ENERGY' | 'ENERGY_CO2';
  readonly value: number;
  readonly unit: string;
  /** as its publisher calls it; an assumption says so */
  readonly source: string;
  /** of the data, null for an assumption */
  readonly year: number | null;
}

/** All factors, in one place. Another figure is a change of this file. */
export const footprintFactors = {
  sheet: {
    code: 'SHEET_GRAMS',
    // 210 mm x 297 mm = 0.06237 m2 (ISO 216); the weight of the paper is what most offices buy, no standard
    value: 0.06237 * 80,
    unit: 'g',
    source: 'A4, 80 g/m²',
    year: null,
  },
  paper: {
    code: 'PAPER_CO2',
    value: 0.9194,
    unit: 'kg CO2e / kg',
    source:
      'UK Government GHG Conversion Factors for Company Reporting, Material use, Paper and board: paper, primary material production',
    year: 2022,
  },
  // A machine that draws 1 kW while it prints 40 pages a minute; standby belongs to the machine, not to the page.
  pageEnergy: {
    code: 'PAGE_ENERGY',
    value: 1 / (40 * 60),
    unit: 'kWh',
    source: '1 kW, 40 pages/min',
    year: null,
  },
  electricity: {
    code: 'ENERGY_CO2',
    value: 0.251,
    unit: 'kg CO2e / kWh',
    source:
      'European Environment Agency, Greenhouse gas emission intensity of electricity generation in Europe (edition 2023), EU-27',
    year: 2022,
  },
} as const satisfies Record<string, FootprintFactor>;
