/**
 * Lets the replenishment simulator play against the engine as it is built:
 * `npm run build -w libs/replenishment`, then
 * `node ../shared/replenishment-sim/run.mjs --policy libs/replenishment/sim-adapter.mjs`.
 * It passes on what the simulator shows and knows nothing else.
 */
import engine from './dist/index.js';

const { ActivityCalendar, emptyTrack, estimateOf, leadTimesOf, planParcel } = engine;
const { usualSeason, usualSettings, withEmptyAlert, withSighting } = engine;

export const name = 'platen';

const dayOf = (date) => Date.parse(date) / 864e5;
const monthDayOf = (day) => new Date(day * 864e5).toISOString().slice(5, 10);

const calendars = new Map();
function calendarWith(holidays) {
  const key = holidays.join();
  const known = calendars.get(key);
  if (known) return known;
  const isBusinessDay = (day) => (day + 3) % 7 < 5 && !holidays.includes(monthDayOf(day));
  const year = { isBusinessDay, season: (day) => usualSeason(monthDayOf(day)) };
  const calendar = new ActivityCalendar(year, dayOf('2015-01-01'));
  calendars.set(key, calendar);
  return calendar;
}

const ordered = { shippedOn: null, deliveredOn: null, lostOn: null, returnedOn: null, cancelledOn: null };

/** One device. `settings` are the engine's, for measuring others than the usual ones. */
export function policyWith(settings) {
  return (info) => {
    const calendar = calendarWith(info.holidays);
    const facts = info.supplies.map(({ id, ratedYield }) => ({
      supplyId: id,
      ratedYield,
      color: id !== 'K',
    }));
    const orders = new Map(facts.map(({ supplyId }) => [supplyId, new Map()]));
    const took = [];
    let track = emptyTrack;

    function learnOrders({ openOrders, events }, today, start) {
      for (const { supplyId, orderId, placed, kind } of openOrders) {
        const order = { ...ordered, orderId, placedOn: start + placed, emergency: kind === 'emergency' };
        if (!orders.get(supplyId).has(orderId)) orders.get(supplyId).set(orderId, order);
      }
      for (const { type, supplyId, orderId } of events) {
        const order = orders.get(supplyId).get(orderId);
        if (type === 'lost' && order) order.lostOn = today;
        if (type !== 'delivered' || !order) continue;
        order.deliveredOn = today;
        if (!order.emergency) took.push(calendar.businessDaysIn(order.placedOn, today));
      }
    }

    function sightingOf({ readings }, today) {
      const supplies = readings.map(({ supplyId, level, state, serial }) => ({
        supplyId,
        levelPercent: level < 0 ? null : level,
        condition: state,
        cartridgeSerial: serial,
      }));
      return { day: today, readAt: today * 864e5, impressions: readings[0].pages, supplies };
    }

    return {
      day(obs, i) {
        const today = dayOf(obs.date);
        learnOrders(obs, today, today - i);
        // Whoever calls for an emergency says that it is empty, as the device does with its alert.
        for (const { type, supplyId } of obs.events)
          if (type === 'empty-alert' || type === 'emergency-order')
            track = withEmptyAlert(track, { day: today, supplyId });
        if (obs.readings) track = withSighting(track, sightingOf(obs, today), { facts, calendar });
        const plans = planParcel(
          facts.map(({ supplyId }) => ({ supplyId, orders: [...orders.get(supplyId).values()] })),
          {
            device: { active: true, monitored: true, neededUntil: null },
            estimate: estimateOf(track, { facts, calendar }),
            today,
            calendar,
            leadTimes: leadTimesOf(info.leadBusinessDays, took),
            settings,
          },
        );
        this.plans = plans;
        return plans.filter(({ action }) => action === 'order').map(({ supplyId }) => supplyId);
      },
    };
  };
}

export default policyWith(usualSettings);
