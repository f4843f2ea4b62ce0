import type { LevelState, PayloadOf, supplyLevelChanged } from '@platen/contracts';
import type { Level, Reading } from '@platen/replenishment';

/** The reading in an event. A percentage without its number is an unknown level, never 0. */
export function readingOf(event: PayloadOf<typeof supplyLevelChanged>): Reading {
  return {
    readAt: new Date(event.readAt),
    level: levelOf(event.levelState, event.levelPercent),
    cartridgeSerial: event.cartridgeSerial,
  };
}

function levelOf(state: LevelState, percent: number | null): Level {
  if (state !== 'percent') return { state };
  return percent === null ? { state: 'unknown' } : { state, percent };
}
