import type { ActivityCalendar, Day } from '../calendar/activity-calendar';
import type { PlanSettings } from '../decision/plan';
import { planParcel } from '../decision/plan-parcel';
import type { SupplyFacts } from '../estimate/device-estimate';
import type { DeviceSighting } from '../estimate/sighting';
import { type DeviceTrack, emptyTrack, estimateOf, withSighting } from '../estimate/track';
import { type LeadTimes, arrivedWithin } from '../stock/lead-time';
import { type DayUse, dayUsesOf } from './day-uses';
import { SimulatedSlot } from './simulated-slot';

/** Under which rules a history is lived through again. */
export interface ReplayContext {
  readonly facts: readonly SupplyFacts[];
  readonly calendar: ActivityCalendar;
  readonly leadTimes: LeadTimes;
  readonly settings: PlanSettings;
}

/** What would have become of a device. */
export interface Replay {
  /** oldest first */
  readonly orders: readonly { readonly supplyId: string; readonly on: Day }[];
  /** business days on which something was empty and nothing lay there to put in */
  readonly emptyDays: number;
  /** days that each spare lay there before it was put in */
  readonly spareWaits: readonly number[];
}

/**
 * Lives through the history of a device again: it prints what it printed, cartridges are put in when the old ones are
 * empty, parcels take as long as half of them do, and every order is the engine's under these settings. Supplies that
 * gave no numbers are left out.
 * @param sightings  what the device said, ascending by day
 */
export function replay(sightings: readonly DeviceSighting[], context: ReplayContext): Replay {
  const uses = dayUsesOf(sightings);
  const slots = slotsOf(sightings);
  const travels = arrivedWithin(context.leadTimes, 0.5);
  const orders: { supplyId: string; on: Day }[] = [];
  let track: DeviceTrack = emptyTrack;
  let emptyDays = 0;
  for (const use of uses) {
    const { day } = use;
    for (const slot of slots) slot.live(day, use.spent[slot.supplyId] ?? 0);
    track = withSighting(track, sightingOf(use, slots), context);
    if (!context.calendar.isBusinessDay(day)) continue;
    emptyDays += slots.filter(({ isEmpty }) => isEmpty).length;
    for (const supplyId of dueOf(slots, track, day, context)) {
      orders.push({ supplyId, on: day });
      const arrivesOn = context.calendar.businessDayAfter(day, Math.max(1, travels));
      slots.find((slot) => slot.supplyId === supplyId)?.send(day, arrivesOn);
    }
  }
  return { orders, emptyDays, spareWaits: slots.flatMap(({ waits }) => waits) };
}

function slotsOf(sightings: readonly DeviceSighting[]): SimulatedSlot[] {
  const slots = new Map<string, SimulatedSlot>();
  for (const { supplies } of sightings) {
    for (const { supplyId, levelPercent, cartridgeSerial } of supplies) {
      if (levelPercent === null || slots.has(supplyId)) continue;
      slots.set(supplyId, new SimulatedSlot(supplyId, levelPercent, cartridgeSerial !== null));
    }
  }
  return [...slots.values()];
}

function sightingOf({ day, impressions, spent }: DayUse, slots: readonly SimulatedSlot[]): DeviceSighting {
  const supplies = slots
    .filter(({ supplyId }) => supplyId in spent)
    .map((slot) => ({
      supplyId: slot.supplyId,
      levelPercent: slot.levelPercent,
      condition: slot.isEmpty ? ('empty' as const) : ('unknown' as const),
      cartridgeSerial: slot.cartridgeSerial,
    }));
  return { day, readAt: day * 86_400_000, impressions, supplies };
}

function dueOf(
  slots: readonly SimulatedSlot[],
  track: DeviceTrack,
  today: Day,
  { facts, calendar, leadTimes, settings }: ReplayContext,
): string[] {
  const plans = planParcel(
    slots.map(({ supplyId, units }) => ({ supplyId, orders: units })),
    {
      device: { active: true, monitored: true, neededUntil: null },
      estimate: estimateOf(track, { facts, calendar }),
      today,
      calendar,
      leadTimes,
      settings,
    },
  );
  return plans.filter(({ action }) => action === 'order').map(({ supplyId }) => supplyId);
}
