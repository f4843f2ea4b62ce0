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
 * Why somebody's sight changed. assignment: machines given by themselves. group: a group, or what is in it, changed by
 * hand. rule: the rule of a group changed. move: a machine changed, and with it the groups whose rules it fits.
 */
export const sightChangeReasons = ['assignment', 'group', 'rule', 'move'] as const;
export type SightChangeReason = (typeof sightChangeReasons)[number];

/** Who changed it, null for a key and for what followed from a rule, and why. */
export interface SightCause {
  readonly changedBy: string | null;
  readonly reason: SightChangeReason;
}

/** The cause of a change that somebody asked for. */
export function causeOf(actor: Actor, reason: SightChangeReason): SightCause {
  return { changedBy: actor.kind === 'user' || actor.kind === 'staff' ? actor.id : null, reason };
}

/** What came and went for one person; ids only where they were few. */
interface SightChange {
  readonly userId: string;
  readonly added: number;
  readonly removed: number;
  readonly addedIds: readonly string[];
  readonly removedIds: readonly string[];
}

/**
 * Changes assignments, writes down what each person concerned gained and lost, and tells them (field.md P24). Somebody
 * who sees a machine in two ways and loses one of them is told nothing, because nothing changes for him.
 */
export async function changeSight(
  tx: Tx,
  cause: SightCause,
  organisation: Organisation,
  touched: TouchedSight,
  change: () => Promise<void>,
): Promise<void> {
  const before = await sightsOf(tx, touched);
  await change();
  const after = await sightsOf(tx, touched);
  const changes = touched.userIds
    .map((userId) => ({
      userId,
      ...more('added', of(before.gaining, userId), of(after.gaining, userId)),
      ...more('removed', of(after.losing, userId), of(before.losing, userId)),
    }))
    .filter(({ added, removed }) => added + removed > 0);
  await writeDown(tx, cause, organisation, changes);
  tell(tx, cause, organisation, changes);
}

/** How many machines somebody sees, and which, where they were not too many to keep. */
interface Seen {
  readonly seen: number;
  readonly ids: readonly string[];
}

type Sights = ReadonlyMap<string, Seen>;

const of = (sights: Sights, userId: string): Seen => sights.get(userId) ?? { seen: 0, ids: [] };

/** Most ids that a row of the log carries for each side. */
const MOST_NOTED = 50;

function more<Name extends 'added' | 'removed'>(name: Name, less: Seen, greater: Seen) {
  const known = new Set(less.ids);
  const ids = greater.ids.filter((id) => !known.has(id)).slice(0, MOST_NOTED);
  return { [name]: Math.max(0, greater.seen - less.seen), [`${name}Ids`]: ids } as Record<Name, number> &
    Record<`${Name}Ids`, readonly string[]>;
}

/** More pairs of person and machine than this are counted, and not listed. */
const MOST_LISTED = 20_000;

async function sightsOf(tx: Tx, { userIds, gaining, losing }: TouchedSight) {
  return {
    gaining: await seenAmong(tx, userIds, gaining),
    losing: await seenAmong(tx, userIds, losing),
  };
}

/** Which of these machines each of these people is given, in whatever way. */
async function seenAmong(tx: Tx, userIds: readonly string[], deviceIds: readonly string[]): Promise<Sights> {
  if (userIds.length === 0 || deviceIds.length === 0) return new Map();
  const listed = userIds.length * deviceIds.length <= MOST_LISTED;
  const rows = await tx.query<Seen & { user_id: string }>(SEEN, [userIds, deviceIds, listed]);
  return new Map(rows.map(({ user_id: userId, ...seen }) => [userId, seen]));
}

const SEEN = `
  select given.user_id, count(distinct given.device_id)::int as seen,
    coalesce(array_agg(distinct given.device_id) filter (where $3), '{}') as ids
  from (
    select user_id, device_id from device_user
    where user_id = any($1::uuid[]) and device_id = any($2::uuid[])
    union all
    select gu.user_id, gd.device_id
    from device_group_user gu join device_group_device gd on gd.group_id = gu.group_id
    where gu.user_id = any($1::uuid[]) and gd.device_id = any($2::uuid[])) given
  join device d on d.id = given.device_id and d.retired_at is null
  group by given.user_id`;

async function writeDown(
  tx: Tx,
  { changedBy, reason }: SightCause,
  { customerId, branchId }: Organisation,
  changes: readonly SightChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(WRITE_DOWN, [customerId, branchId, changedBy, reason, JSON.stringify(changes)]);
}

const WRITE_DOWN = `
  insert into sight_change (customer_id, branch_id, changed_by, reason, user_id, added, removed, added_ids, removed_ids)
  select $1::uuid, $2::uuid, $3::uuid, $4, c."userId", c.added, c.removed, c."addedIds", c."removedIds"
  from json_to_recordset($5::json) as c
    ("userId" uuid, added int, removed int, "addedIds" uuid[], "removedIds" uuid[])`;

function tell(tx: Tx, cause: SightCause, organisation: Organisation, changes: readonly SightChange[]): void {
  const told = changes.map(({ userId, added, removed }) => ({ userId, added, removed }));
  for (let start = 0; start < told.length; start += MOST_SIGHT_CHANGES) {
    const part = told.slice(start, start + MOST_SIGHT_CHANGES);
    tx.emit(visibilityChanged, { ...organisation, changedBy: cause.changedBy, changes: part });
  }
}
