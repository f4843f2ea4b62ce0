import { type Result, err, ok } from '@platen/kernel';
import type { InputFault } from '../input-faults';
import type { ShippedLine } from './shipment-input';

/** A line of an order, with what has left of it already. */
export interface OpenLine {
  readonly id: string;
  readonly partNumber: string;
  readonly name: string;
  readonly quantity: number;
  readonly shipped: number;
}

/** What lies in a parcel. */
export interface PackedLine {
  readonly lineId: string;
  readonly name: string;
  readonly quantity: number;
}

/**
 * What of an order lies in a parcel; never more than was ordered, whatever the parcels before it held.
 * @param asked  null: all that has not left yet
 */
export function pack(
  lines: readonly OpenLine[],
  asked: readonly ShippedLine[] | null,
): Result<PackedLine[], readonly InputFault[]> {
  const wanted = asked ?? allLeftOf(lines);
  if (wanted.length === 0) return err([{ path: 'lines', problem: 'nothingLeftToShip' }]);
  const packed = new Map<string, PackedLine>();
  const faults: InputFault[] = [];
  for (const [index, { lineId, partNumber, quantity }] of wanted.entries()) {
    const roomIn = (line: OpenLine) => leftOf(line) - (packed.get(line.id)?.quantity ?? 0);
    const candidates = lines.filter((line) =>
      lineId ? line.id === lineId.toLowerCase() : line.partNumber === partNumber,
    );
    // Two lines may be of one article: the first that has room for it.
    const line = candidates.find((candidate) => roomIn(candidate) >= quantity);
    if (line) {
      const before = packed.get(line.id)?.quantity ?? 0;
      packed.set(line.id, { lineId: line.id, name: line.name, quantity: before + quantity });
    } else if (candidates.length === 0) {
      faults.push({ path: `lines.${index}`, problem: 'lineUnknown' });
    } else {
      const left = Math.max(...candidates.map(roomIn));
      faults.push({ path: `lines.${index}.quantity`, problem: 'moreThanOrdered', values: { left } });
    }
  }
  return faults.length > 0 ? err(faults) : ok([...packed.values()]);
}

/** True when every piece of an order has left. */
export function allShipped(lines: readonly OpenLine[]): boolean {
  return lines.every((line) => leftOf(line) === 0);
}

function allLeftOf(lines: readonly OpenLine[]): ShippedLine[] {
  return lines
    .map((line) => ({ lineId: line.id, quantity: leftOf(line) }))
    .filter(({ quantity }) => quantity > 0);
}

function leftOf({ quantity, shipped }: OpenLine): number {
  return Math.max(0, quantity - shipped);
}
