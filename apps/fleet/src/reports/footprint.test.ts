import { footprintOf } from './footprint';
import { lineOf } from './volume-lines';

const query = {
  of: 'ALL',
  ids: [],
  months: ['2026-09-01', '2026-10-01'],
  by: 'MONTH',
  moreKinds: [],
  first: 1,
} as const;
const month = '2026-10-01';

test('sheets printed on both sides save paper, A3 weighs twice', () => {
  const line = lineOf(
    [
      { month, kind: 'total', volume: 1000, devices: 1 },
      { month, kind: 'duplex', volume: 200, devices: 1 },
      { month, kind: 'a3', volume: 100, devices: 1 },
    ],
    query,
  );
  expect([line.duplexShare, line.a3Share, line.colorShare]).toEqual([0.4, 0.1, null]);
  const footprint = footprintOf(line);
  expect(footprint?.sheets).toBe(800);
  expect(footprint?.paperKg).toBeCloseTo(800 * 1.1 * 0.0049896, 6);
  expect(footprint?.energyKwh).toBeCloseTo(1000 / 2400, 6);
  expect(footprint?.co2Kg).toBeCloseTo(800 * 1.1 * 0.0049896 * 0.9194 + (1000 / 2400) * 0.251, 6);
  expect(footprint?.factors.map(({ code, year }) => [code, year])).toEqual([
    ['SHEET_GRAMS', null],
    ['PAPER_CO2', 2022],
    ['PAGE_ENERGY', null],
    ['ENERGY_CO2', 2022],
  ]);
});

test('without a reading there is no footprint, and a month without one stays a gap', () => {
  expect(footprintOf(lineOf([], query))).toBeNull();
  const line = lineOf([{ month, kind: 'total', volume: 0, devices: 1 }], query);
  expect([line.total, line.sum, footprintOf(line)?.sheets]).toEqual([[null, 0], 0, 0]);
});
