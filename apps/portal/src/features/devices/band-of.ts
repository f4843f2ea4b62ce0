/** Days that the whole width stands for; what lies further away stands at its end. */
const wholeDays = 90;
const DAY = 86_400_000;

/** Days of a forecast, yyyy-mm-dd. */
interface Days {
  readonly emptyFrom: string;
  readonly emptyLikely: string;
  /** null: not within two years */
  readonly emptyTo: string | null;
  readonly orderLikely: string | null;
}

/**
 * Where the days of a forecast stand on a line that begins today, in percent of its width.
 * @param today  yyyy-mm-dd
 */
export function bandOf({ emptyFrom, emptyTo, emptyLikely, orderLikely }: Days, today: string) {
  const at = (day: string) =>
    Math.min(100, Math.max(0, Math.round(((Date.parse(day) - Date.parse(today)) / DAY / wholeDays) * 100)));
  return {
    from: at(emptyFrom),
    to: emptyTo ? at(emptyTo) : 100,
    likely: at(emptyLikely),
    order: orderLikely ? at(orderLikely) : 0,
  };
}
