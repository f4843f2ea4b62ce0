/** The present month in UTC, as readings are counted: yyyy-mm. */
export function thisMonth(now: number = Date.now()): string {
  return new Date(now).toISOString().slice(0, 7);
}

/** @param month  yyyy-mm @param by  months, may be negative */
export function shiftMonth(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Pages of the last full month and how they compare with the month before; undefined where there is no reading. */
export function lastFullMonth(
  months: readonly string[],
  total: readonly (number | null)[],
  runningMonth: string | null,
) {
  const at = months.at(-1) === runningMonth ? months.length - 2 : months.length - 1;
  const month = months[at];
  const pages = total[at] ?? null;
  if (month === undefined || pages === null) return undefined;
  const before = total[at - 1] ?? null;
  const change = before ? Math.round((pages / before - 1) * 100) : undefined;
  return { month, pages, previous: months[at - 1], change };
}
