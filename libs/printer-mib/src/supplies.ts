import { supplyLevel } from './level';
import { printer } from './oids';
import type { Supply, SupplyClass, SupplyKind } from './poll';
import { COLORED_KINDS, supplyColor, supplyKind, supplyUnitName } from './supply-words';
import { asSerial, cleanText } from './text';
import { compareOids, integerAt, rowsUnder, type Varbinds } from './varbinds';

const COLUMNS = [
  printer.prtMarkerSuppliesType,
  printer.prtMarkerSuppliesDescription,
  printer.prtMarkerSuppliesMaxCapacity,
  printer.prtMarkerSuppliesLevel,
];

/** Rows of prtMarkerSuppliesTable, in index order; the table may be empty and most columns may be missing. */
export function decodeSupplies(varbinds: Varbinds): Supply[] {
  const indexes = new Set(COLUMNS.flatMap((column) => rowsUnder(varbinds, column).map((row) => row.index)));
  return [...indexes].sort(compareOids).map((index) => decodeRow(varbinds, index));
}

/**
 * Names the colour that nobody wrote: the only toner or ink of a device is black, and so is nothing else.
 * A second cartridge, or one with a colour, ends the certainty.
 */
export function blackWhenAlone(supplies: readonly Supply[]): Supply[] {
  const markers = supplies.filter((supply) => supply.kind === 'toner' || supply.kind === 'ink');
  const [only] = markers;
  if (markers.length !== 1 || only?.color !== 'none') return [...supplies];
  return supplies.map((supply) => (supply === only ? { ...supply, color: 'black' } : supply));
}

function decodeRow(varbinds: Varbinds, index: string): Supply {
  const at = (column: string) => integerAt(varbinds, `${column}.${index}`);
  const description = cleanText(varbinds.get(`${printer.prtMarkerSuppliesDescription}.${index}`));
  const capacity = at(printer.prtMarkerSuppliesMaxCapacity);
  const kind = supplyKind(at(printer.prtMarkerSuppliesType), description);
  return {
    index,
    description,
    kind,
    color: supplyColor(kind, colorantOf(varbinds, index), description),
    class: supplyClass(at(printer.prtMarkerSuppliesClass), kind),
    ...supplyLevel(at(printer.prtMarkerSuppliesLevel), capacity),
    capacity: capacity !== undefined && capacity > 0 ? capacity : null,
    unit: supplyUnitName(at(printer.prtMarkerSuppliesSupplyUnit)),
    serial: serialIn(description),
  };
}

/** prtMarkerColorantValue of the row that prtMarkerSuppliesColorantIndex points to; 0 points to none. */
function colorantOf(varbinds: Varbinds, index: string): string {
  const colorant = integerAt(varbinds, `${printer.prtMarkerSuppliesColorantIndex}.${index}`);
  if (colorant === undefined || colorant <= 0) return '';
  const [device] = index.split('.');
  return cleanText(varbinds.get(`${printer.prtMarkerColorantValue}.${device}.${colorant}`));
}

/** Class 3 is consumed, 4 a receptacle; without one, waste is what fills up. */
function supplyClass(value: number | undefined, kind: SupplyKind): SupplyClass {
  if (value === 4) return 'receptacle';
  if (value === 3) return 'consumed';
  return kind === 'waste' ? 'receptacle' : 'consumed';
}

/** Serial number in the tail of a description: "..., PN 006R01509;SN48178080E0000481", "... S/N:CRUM-1234". */
function serialIn(description: string): string | null {
  const match = /(?:[;,]\s*SN[: ]?|\bS\/N:?\s*)([A-Za-z0-9][A-Za-z0-9-]*)\s*$/.exec(description);
  return asSerial(match?.[1]?.replace(/-+$/, ''));
}

/** True for what a machine prints with or on: these are matched by kind and colour when two tables tell of one part. */
export function isSamePart(a: Supply, b: Supply): boolean {
  return a.kind === b.kind && (a.color === b.color || !COLORED_KINDS.has(a.kind));
}
