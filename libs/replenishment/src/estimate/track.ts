import type { ActivityCalendar } from '../calendar/activity-calendar';
import { type DeviceEstimate, type SupplyFacts, afterSighting } from './device-estimate';
import type { DeviceSighting, EmptyAlert, SupplyReading } from './sighting';

/**
 * What a device said, kept so that it may come late, twice and in any order (threats C54): the days of the last week
 * as they were, everything before them folded into one estimate.
 */
export interface DeviceTrack {
  readonly folded: DeviceEstimate | null;
  /** ascending, one sighting per day */
  readonly recent: readonly DeviceSighting[];
  readonly alerts: readonly EmptyAlert[];
}

/** Nothing heard yet. */
export const emptyTrack: DeviceTrack = { folded: null, recent: [], alerts: [] };

/** What folding needs to know beside the sightings. */
export interface FoldContext {
  readonly facts: readonly SupplyFacts[];
  readonly calendar: ActivityCalendar;
}

/** Days that a sighting may be late; older ones change nothing. */
export const LATE_DAYS = 7;

/** Keeps a sighting. Of two of one day the later one stands; what is older than the last week is folded in. */
export function withSighting(
  track: DeviceTrack,
  sighting: DeviceSighting,
  context: FoldContext,
): DeviceTrack {
  if (track.folded && sighting.day <= track.folded.readOn) return track;
  const same = track.recent.find(({ day }) => day === sighting.day);
  if (same && same.readAt >= sighting.readAt) return track;
  return kept(track, same, sighting, context);
}

/**
 * Keeps the reading of one supply beside what the others said that day. Of two of one day the later one stands, for
 * the counter of the device as for the supply.
 */
export function withReading(track: DeviceTrack, reading: SupplyReading, context: FoldContext): DeviceTrack {
  const { day, readAt, impressions } = reading;
  if (track.folded && day <= track.folded.readOn) return track;
  const supply = { ...reading.supply, readAt };
  const same = track.recent.find((each) => each.day === day);
  if (!same) return kept(track, same, { day, readAt, impressions, supplies: [supply] }, context);
  const known = same.supplies.find(({ supplyId }) => supplyId === supply.supplyId);
  if (known && (known.readAt ?? same.readAt) >= readAt) return track;
  const newest = readAt >= same.readAt;
  const supplies = [...same.supplies.filter((each) => each !== known), supply];
  const sighting: DeviceSighting = {
    day,
    readAt: Math.max(readAt, same.readAt),
    impressions: (newest ? impressions : same.impressions) ?? same.impressions ?? impressions,
    supplies: supplies.sort((a, b) => (a.supplyId < b.supplyId ? -1 : 1)),
  };
  return kept(track, same, sighting, context);
}

function kept(
  track: DeviceTrack,
  instead: DeviceSighting | undefined,
  sighting: DeviceSighting,
  context: FoldContext,
): DeviceTrack {
  const recent = [...track.recent.filter((each) => each !== instead), sighting];
  return compacted({ ...track, recent: recent.sort((a, b) => a.day - b.day) }, context);
}

/** Keeps that a supply ran out. */
export function withEmptyAlert(track: DeviceTrack, alert: EmptyAlert): DeviceTrack {
  if (track.folded && alert.day <= track.folded.readOn) return track;
  if (track.alerts.some(({ day, supplyId }) => day === alert.day && supplyId === alert.supplyId))
    return track;
  return { ...track, alerts: [...track.alerts, alert] };
}

/** What is known now: the folded past and the last week on top of it; null before the first sighting. */
export function estimateOf(track: DeviceTrack, context: FoldContext): DeviceEstimate | null {
  let estimate = track.folded;
  for (const sighting of track.recent) estimate = step(estimate, sighting, track.alerts, context);
  return estimate;
}

function compacted(track: DeviceTrack, context: FoldContext): DeviceTrack {
  const newest = track.recent.at(-1)?.day ?? 0;
  const old = track.recent.filter(({ day }) => day < newest - LATE_DAYS);
  if (old.length === 0) return track;
  let { folded } = track;
  for (const sighting of old) folded = step(folded, sighting, track.alerts, context);
  const until = folded?.readOn ?? 0;
  return {
    folded,
    recent: track.recent.filter(({ day }) => day >= newest - LATE_DAYS),
    alerts: track.alerts.filter(({ day }) => day > until),
  };
}

function step(
  before: DeviceEstimate | null,
  sighting: DeviceSighting,
  alerts: readonly EmptyAlert[],
  { facts, calendar }: FoldContext,
): DeviceEstimate {
  const since = before?.readOn ?? -Infinity;
  const ranOut = new Set<string>();
  for (const { day, supplyId } of alerts) if (day > since && day <= sighting.day) ranOut.add(supplyId);
  return afterSighting(before, sighting, ranOut, facts, calendar);
}
