import type { Level, Reading, SupplyMemory } from '@platen/replenishment';

/** A reading as JSON. */
export interface StoredReading {
  readonly readAt: string;
  readonly level: Level;
  readonly cartridgeSerial: string | null;
}

/** A supply's memory as JSON. */
export interface StoredMemory {
  readonly accepted: StoredReading | null;
  readonly unconfirmed: StoredReading | null;
  readonly latest: StoredReading | null;
}

/** The memory with its instants read. */
export function toMemory({ accepted, unconfirmed, latest }: StoredMemory): SupplyMemory {
  return { accepted: toReading(accepted), unconfirmed: toReading(unconfirmed), latest: toReading(latest) };
}

function toReading(stored: StoredReading | null): Reading | null {
  return stored && { ...stored, readAt: new Date(stored.readAt) };
}
