import type { Tx } from '@platen/platform';

/** By how much months of a group (or, with null, of the whole customer) grew or shrank. */
export interface RollupChange {
  readonly customerId: string;
  readonly groupId: string | null;
  /** first day of the month, yyyy-mm-dd */
  readonly month: string;
  readonly kind: string;
  readonly volume: number;
  /** machines that have a volume now and had none, less those of which it is the other way round */
  readonly devices: number;
}

/**
 * SQL for changes of months of devices summed up to the months of their groups and customers, as one JSON value.
 * @param changed      a query with rows (customer_id, device_id, month, kind, volume, devices), the devices locked
 * @param memberships  what has the rows of `device_group_device` that concern them
 */
export function rollupChangesOf(changed: string, memberships = 'device_group_device'): string {
  return `coalesce((select json_agg(json_build_object('customerId', r.customer_id, 'groupId', r.group_id,
      'month', r.month, 'kind', r.kind, 'volume', r.volume, 'devices', r.devices))
    from (
      select c.customer_id, g.group_id, c.month, c.kind, sum(c.volume) as volume, sum(c.devices) as devices
      from (${changed}) c join ${memberships} g on g.device_id = c.device_id
      group by c.customer_id, g.group_id, c.month, c.kind
      union all
      select c.customer_id, null, c.month, c.kind, sum(c.volume), sum(c.devices)
      from (${changed}) c group by c.customer_id, c.month, c.kind) r), '[]')`;
}

/** Both roll-ups take their rows in the order of their keys, so that two transactions never wait for each other. */
const summedUp = (columns: string) => `
  select ${columns}, month, kind, sum(volume) as volume, sum(devices) as devices
  from unnest($1::uuid[], $2::uuid[], $3::date[], $4::text[], $5::bigint[], $6::int[])
    as r (customer_id, group_id, month, kind, volume, devices)`;
const NOT_NOTHING = 'having sum(volume) <> 0 or sum(devices) <> 0';
const ADDED = 'volume = v.volume + excluded.volume, devices = v.devices + excluded.devices';

const ADD_TO_GROUPS = `
  insert into group_month as v (customer_id, group_id, month, kind, volume, devices)
  ${summedUp('customer_id, group_id')} where group_id is not null
  group by customer_id, group_id, month, kind ${NOT_NOTHING} order by group_id, month, kind
  on conflict (group_id, month, kind) do update set ${ADDED}`;

const ADD_TO_CUSTOMERS = `
  insert into customer_month as v (customer_id, branch_id, month, kind, volume, devices)
  select r.customer_id, d.branch_id, r.month, r.kind, r.volume, r.devices
  from (${summedUp('customer_id')} where group_id is null group by customer_id, month, kind ${NOT_NOTHING}) r
    cross join lateral (select branch_id from device d where d.customer_id = r.customer_id limit 1) d
  order by r.customer_id, r.month, r.kind
  on conflict (customer_id, month, kind) do update set ${ADDED}`;

const CLEAR_GROUPS = 'delete from group_month where group_id = any($1::uuid[]) and devices = 0';
const CLEAR_CUSTOMERS = 'delete from customer_month where customer_id = any($1::uuid[]) and devices = 0';

/**
 * Keeps the months of groups and customers equal to the sums of their devices' months. The last thing a transaction
 * does: all machines of a customer meet in these rows.
 */
export async function addToRollups(tx: Tx, changes: readonly RollupChange[]): Promise<void> {
  if (changes.length === 0) return;
  const parameters = [
    changes.map((change) => change.customerId),
    changes.map((change) => change.groupId),
    changes.map((change) => change.month),
    changes.map((change) => change.kind),
    changes.map((change) => change.volume),
    changes.map((change) => change.devices),
  ];
  // Sent together: others wait for these rows until this transaction ends.
  await Promise.all([
    changes.some((change) => change.groupId !== null) && tx.query(ADD_TO_GROUPS, parameters),
    tx.query(ADD_TO_CUSTOMERS, parameters),
  ]);
  const shrunk = changes.filter((change) => change.devices < 0);
  if (shrunk.length === 0) return;
  await tx.query(CLEAR_GROUPS, [[...new Set(shrunk.flatMap((change) => change.groupId ?? []))]]);
  await tx.query(CLEAR_CUSTOMERS, [[...new Set(shrunk.map((change) => change.customerId))]]);
}

const SHIFT = `
  insert into group_month as v (customer_id, group_id, month, kind, volume, devices)
  select g.customer_id, g.id, m.month, m.kind, sum(s.sign * m.volume), sum(s.sign)
  from (select *, 1 as sign from unnest($1::uuid[], $2::uuid[]) as joined (group_id, device_id)
        union all select *, -1 from unnest($3::uuid[], $4::uuid[]) as gone (group_id, device_id)) s
    join device_group g on g.id = s.group_id
    join device_month m on m.device_id = s.device_id
  group by g.customer_id, g.id, m.month, m.kind order by g.id, m.month, m.kind
  on conflict (group_id, month, kind) do update set ${ADDED}`;

/** That a machine belongs to a group. */
export interface Belonging {
  readonly groupId: string;
  readonly deviceId: string;
}

/**
 * Moves the history of machines into the months of groups and out of them; a machine that retired stays in its groups,
 * and so does its history. Call it in the transaction that changes the groups, with what really came and went; it
 * holds the machines, or the memberships of their organisation.
 */
export async function shiftGroupMonths(
  tx: Tx,
  joined: readonly Belonging[],
  gone: readonly Belonging[],
): Promise<void> {
  if (joined.length + gone.length === 0) return;
  const groups = (each: readonly Belonging[]) => each.map(({ groupId }) => groupId);
  const devices = (each: readonly Belonging[]) => each.map(({ deviceId }) => deviceId);
  await tx.query(SHIFT, [groups(joined), devices(joined), groups(gone), devices(gone)]);
  if (gone.length > 0) await tx.query(CLEAR_GROUPS, [[...new Set(groups(gone))]]);
}
