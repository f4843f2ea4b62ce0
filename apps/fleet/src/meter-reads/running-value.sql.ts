/**
 * SQL for what is added to a reading so that its meter never starts again: the offsets of all resets up to it. A
 * meter without resets, and a reading after the last one, cost nothing.
 * @param meter   alias of the row of `meter`
 * @param readAt  SQL for the instant of the reading
 * @param id      name of the column with the meter's id
 */
export function offsetAt(meter: string, readAt: string, id = 'id'): string {
  return `case when ${meter}.reset_at is null or ${readAt} >= ${meter}.reset_at then ${meter}.reset_offset
    else coalesce((select sum(z.value_before - z.value_after) from meter_reset z
                   where z.meter_id = ${meter}.${id} and z.at <= ${readAt}), 0)::bigint end`;
}

/** SQL for the month of an instant, in UTC. */
export function monthAt(instant: string): string {
  return `date_trunc('month', ${instant} at time zone 'UTC')::date`;
}
