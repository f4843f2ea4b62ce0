import { MOST_SIGHT_CHANGES, visibilityChanged } from '@platen/contracts';
import type { Actor, Tx } from '@platen/platform';

/** Whose assignments a change touches, and which machines they may gain or lose by it. */
export interface TouchedSight {
  readonly userIds: readonly string[];
  readonly gaining: readonly string[];
  readonly losing: readonly string[];
}

/** The organisation in which assignments change. */
export interface Organisation {
  readonly customerId: string;
  readonly branchId: string;
}

/**
 * Changes assignments and tells the people concerned what came and went (field.md P24). Somebody who sees a machine
 * in two ways and loses one of them is told nothing, because nothing changes for him.
 */
export async function changeSight(
  tx: Tx,
  actor: Actor,
  organisation: Organisation,
  touched: TouchedSight,
  change: () => Promise<void>,
): Promise<void> {
  const before = await countsOf(tx, touched);
  await change();
  const after = await countsOf(tx, touched);
  const changes = touched.userIds
    .map((userId) => ({
      userId,
      added: Math.max(0, of(after.gaining, userId) - of(before.gaining, userId)),
      removed: Math.max(0, of(before.losing, userId) - of(after.losing, userId)),
    }))
    .filter(({ added, removed }) => added + removed > 0);
  const changedBy = actor.kind === 'user' || actor.kind === 'staff' ? actor.id : null;
  for (let start = 0; start < changes.length; start += MOST_SIGHT_CHANGES) {
    const part = changes.slice(start, start + MOST_SIGHT_CHANGES);
    tx.emit(visibilityChanged, { ...organisation, changedBy, changes: part });
  }
}

type Counts = ReadonlyMap<string, number>;

const of = (counts: Counts, userId: string): number => counts.get(userId) ?? 0;

async function countsOf(tx: Tx, { userIds, gaining, losing }: TouchedSight) {
  return {
    gaining: await seenAmong(tx, userIds, gaining),
    losing: await seenAmong(tx, userIds, losing),
  };
}

/** How many of these machines each of these people is given, in whatever way. */
async function seenAmong(tx: Tx, userIds: readonly string[], deviceIds: readonly string[]): Promise<Counts> {
  if (userIds.length === 0 || deviceIds.length === 0) return new Map();
  const rows = await tx.query<{ user_id: string; seen: number }>(SEEN, [userIds, deviceIds]);
  return new Map(rows.map(({ user_id: userId, seen }) => [userId, seen]));
}

const SEEN = `
  select given.user_id, count(distinct given.device_id)::int as seen
  from (
    select user_id, device_id from device_user
    where user_id = any($1::uuid[]) and device_id = any($2::uuid[])
    union all
    select gu.user_id, gd.device_id
    from device_group_user gu join device_group_device gd on gd.group_id = gu.group_id
    where gu.user_id = any($1::uuid[]) and gd.device_id = any($2::uuid[])) given
  join device d on d.id = given.device_id and d.retired_at is null
  group by given.user_id`;
