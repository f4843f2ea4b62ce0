import type { LevelState, PayloadOf, supplyLevelChanged } from '@platen/contracts';
import type { Day, Level, Reading, SupplyReading } from '@platen/replenishment';

/** The reading in an event. A percentage without its number is an unknown level, never 0. */
export function readingOf(event: PayloadOf<typeof supplyLevelChanged>): Reading {
  return {
    readAt: new Date(event.readAt),
    level: levelOf(event.levelState, event.levelPercent),
    cartridgeSerial: event.cartridgeSerial,
  };
}

/**
 * The same for the engine; null where it says nothing about what is left. Devices report numbers or "some", neither of
 * which tells when they would say "low".
 */
export function supplyReadingOf(
  event: PayloadOf<typeof supplyLevelChanged>,
  { readAt, level, cartridgeSerial }: Reading,
  day: Day,
): SupplyReading | null {
  if (level.state !== 'percent' && level.state !== 'some') return null;
  const levelPercent = level.state === 'percent' ? level.percent : null;
  const condition = level.state === 'some' ? 'ok' : 'unknown';
  const supply = { supplyId: event.supplyId, levelPercent, condition, cartridgeSerial } as const;
  return { day, readAt: readAt.getTime(), impressions: event.totalImpressions, supply };
}

function levelOf(state: LevelState, percent: number | null): Level {
  if (state !== 'percent') return { state };
  return percent === null ? { state: 'unknown' } : { state, percent };
}
