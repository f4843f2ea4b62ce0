/** How long sessions live (threats C26), as PostgreSQL intervals: the database's clock decides (C58). */

/** A session that nobody used for this long has ended. */
export const IDLE = '1 hour';
/** No session outlives this, however busy. */
export const WHOLE = '24 hours';
/** `last_used_at` is written at most this often, so a session may end by this much before its idle time. */
export const TOUCH_EVERY = '1 minute';
