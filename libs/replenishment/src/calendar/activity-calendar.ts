/** Days since 1970-01-01 on the wall calendar of the place where a device stands. */
export type Day = number;

/** What is known about the days of a place before any device is looked at. */
export interface OfficeYear {
  readonly isBusinessDay: (day: Day) => boolean;
  /** usual print volume of a business day in relation to a plain one, about 0.2..1.5; 1 where nothing is known */
  readonly season: (day: Day) => number;
}

/** Print volume of a day off in relation to a business day: somebody is always in. */
const DAY_OFF_ACTIVITY = 0.03;

/**
 * Counts days by the work done in them. One activity day is a plain business day; a day in the summer break is less,
 * a Sunday next to nothing. All devices of one place share a calendar: what it looks up it remembers.
 */
export class ActivityCalendar {
  private readonly from: Day;
  private readonly businessDays: boolean[] = [];
  /** of all days before */
  private readonly activityBefore: number[] = [0];
  private readonly businessDaysBefore: number[] = [0];

  /** @param from  no day before this one is ever asked for */
  constructor(
    private readonly year: OfficeYear,
    from: Day,
  ) {
    this.from = Math.floor(from);
  }

  isBusinessDay(day: Day): boolean {
    this.extendTo(day);
    return this.businessDays[day - this.from] ?? false;
  }

  /** Activity days after `after` up to and with `until`; 0 when that is no time at all. */
  activity(after: Day, until: Day): number {
    return this.difference(this.activityBefore, after, until);
  }

  /** Business days after `after` up to and with `until`. */
  businessDaysIn(after: Day, until: Day): number {
    return this.difference(this.businessDaysBefore, after, until);
  }

  /** The business day that is `count` business days after a day; the day itself for 0. */
  businessDayAfter(day: Day, count: number): Day {
    let found = day;
    for (let left = count, tried = 0; left > 0 && tried < count + 400; tried++) {
      found++;
      if (this.isBusinessDay(found)) left--;
    }
    return found;
  }

  private difference(before: readonly number[], after: Day, until: Day): number {
    if (until <= after) return 0;
    this.extendTo(until);
    const first = Math.max(0, after + 1 - this.from);
    return (before[until + 1 - this.from] ?? 0) - (before[first] ?? 0);
  }

  private extendTo(day: Day): void {
    for (let next = this.from + this.businessDays.length; next <= day; next++) {
      const business = this.year.isBusinessDay(next);
      const weight = business ? Math.max(DAY_OFF_ACTIVITY, this.year.season(next)) : DAY_OFF_ACTIVITY;
      this.businessDays.push(business);
      this.activityBefore.push((this.activityBefore.at(-1) ?? 0) + weight);
      this.businessDaysBefore.push((this.businessDaysBefore.at(-1) ?? 0) + (business ? 1 : 0));
    }
  }
}
