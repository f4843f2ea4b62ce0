import { ActivityCalendar, type Day } from '../src/calendar/activity-calendar';
import type { PlanContext, SupplyPlan } from '../src/decision/plan';
import { planSupply, usualSettings } from '../src/decision/plan';
import type { Condition } from '../src/estimate/sighting';
import type { DeviceTrack, FoldContext } from '../src/estimate/track';
import { emptyTrack, estimateOf, withEmptyAlert, withSighting } from '../src/estimate/track';
import { leadTimesOf } from '../src/stock/lead-time';
import type { OrderedUnit } from '../src/stock/supply-stock';

/** Monday, 5 January 2026. */
export const monday: Day = 20458;

/** Monday to Friday, no holidays, no season. */
export const calendar = new ActivityCalendar(
  { isBusinessDay: (day) => (day + 3) % 7 < 5, season: () => 1 },
  monday - 400,
);

/** What a fold needs: one black cartridge of 10,000 pages. */
export const folding: FoldContext = {
  facts: [{ supplyId: 'K', ratedYield: 10_000, color: false }],
  calendar,
};

/** Deliveries of two or three business days, with the usual tail. */
export const leadTimes = leadTimesOf(
  [
    [2, 0.6],
    [3, 0.4],
  ],
  [],
);

/** What the black cartridge says on a day. */
export interface Said {
  readonly level?: number | null;
  readonly condition?: Condition;
  readonly serial?: string | null;
  readonly impressions?: number | null;
}

/** A device that is read in the evening of each day. */
export class DeviceStory {
  track: DeviceTrack = emptyTrack;
  today: Day = monday;
  readonly orders: OrderedUnit[] = [];

  /** Reads it once and goes on to the next business day. */
  reads({ level = null, condition = 'ok', serial = null, impressions = null }: Said): this {
    const supplies = [{ supplyId: 'K', levelPercent: level, condition, cartridgeSerial: serial }];
    const sighting = { day: this.today, readAt: this.today * 864e5, impressions, supplies };
    this.track = withSighting(this.track, sighting, folding);
    this.today = calendar.businessDayAfter(this.today, 1);
    return this;
  }

  /** The device raises an alert on the day that comes next. */
  alerts(): this {
    this.track = withEmptyAlert(this.track, { day: this.today, supplyId: 'K' });
    return this;
  }

  /** Goes on without reading. */
  silence(businessDays: number): this {
    this.today = calendar.businessDayAfter(this.today, businessDays);
    return this;
  }

  /** A gauge that falls evenly, with a counter: 100 pages a point. */
  falls(from: number, to: number, step: number, serial: string | null = null): this {
    for (let level = from; level >= to; level -= step)
      this.reads({ level, serial, impressions: 50_000 + (100 - level) * 100 });
    return this;
  }

  /** A cartridge was sent on the day that comes next. */
  sends(order: Partial<OrderedUnit>): this {
    this.orders.push(unitOf({ placedOn: this.today, ...order }));
    return this;
  }

  /** The plan of the evening before the day that comes next. */
  plan(change: Partial<PlanContext> = {}): SupplyPlan {
    return planSupply('K', this.orders, {
      device: { active: true, monitored: true, neededUntil: null },
      estimate: estimateOf(this.track, folding),
      today: this.today - 1,
      calendar,
      leadTimes,
      settings: usualSettings,
      ...change,
    });
  }

  /** What is known of the cartridge. */
  get supply() {
    const supply = estimateOf(this.track, folding)?.supplies.K?.estimate;
    if (!supply) throw new Error('Nothing was read yet.');
    return supply;
  }
}

/** An order of which nothing is known but that it was placed. */
export function unitOf(order: Partial<OrderedUnit>): OrderedUnit {
  return {
    orderId: 'order',
    placedOn: monday,
    emergency: false,
    shippedOn: null,
    deliveredOn: null,
    lostOn: null,
    returnedOn: null,
    cancelledOn: null,
    ...order,
  };
}
