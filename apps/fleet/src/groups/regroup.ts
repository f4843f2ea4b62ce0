import type { Tx } from '@platen/platform';
import { shiftGroupMonths } from '../meter-reads/month-rollups';
import { type Organisation, type SightCause, changeSight } from '../visibility/sight-changes';
import { FITS } from './group-rule';
import { usersOfGroups } from './lock-groups';
import { holdMemberships } from './lock-memberships';

/** A machine that a rule puts into a group or takes out of it. */
interface Step {
  readonly groupId: string;
  readonly deviceId: string;
  readonly joins: boolean;
}

type Belonging = Organisation & Step;

/**
 * Keeps groups by rule true to their rules after these machines were registered, moved or changed, in the transaction
 * of that change; whose sight changes by it is told. `emitDeviceChanged` calls it, so nobody else need.
 */
export async function regroup(tx: Tx, deviceIds: readonly string[]): Promise<void> {
  if (deviceIds.length === 0) return;
  // A rule that changes at the same moment waits for this transaction, or this one for it: whoever comes second sees
  // what the first one did, for each statement looks at the data anew.
  await holdMemberships(tx, deviceIds);
  const steps = await tx.query<Belonging>(DIFFERENCE_OF_DEVICES, [deviceIds]);
  for (const [organisation, ofOne] of byOrganisation(steps))
    await take(tx, organisation, ofOne, { changedBy: null, reason: 'move' });
}

/**
 * Fills a group by its rule after the rule changed, the caller having called `lockMemberships`.
 * @returns how many machines came and went
 */
export async function refill(
  tx: Tx,
  organisation: Organisation,
  groupId: string,
  cause: SightCause,
): Promise<{ readonly added: number; readonly removed: number }> {
  const steps = await tx.query<Step>(DIFFERENCE_OF_GROUP, [groupId]);
  await take(tx, organisation, steps, cause);
  const added = steps.filter(({ joins }) => joins).length;
  return { added, removed: steps.length - added };
}

async function take(
  tx: Tx,
  organisation: Organisation,
  steps: readonly Step[],
  cause: SightCause,
): Promise<void> {
  if (steps.length === 0) return;
  const coming = steps.filter(({ joins }) => joins);
  const going = steps.filter(({ joins }) => !joins);
  const touched = {
    userIds: await usersOfGroups(tx, [...new Set(steps.map(({ groupId }) => groupId))]),
    gaining: coming.map(({ deviceId }) => deviceId),
    losing: going.map(({ deviceId }) => deviceId),
  };
  await changeSight(tx, cause, organisation, touched, async () => {
    await tx.query(JOIN, [organisation.customerId, ...columnsOf(coming)]);
    await tx.query(LEAVE, columnsOf(going));
    await shiftGroupMonths(tx, coming, going);
  });
}

const columnsOf = (steps: readonly Step[]) => [
  steps.map(({ groupId }) => groupId),
  steps.map(({ deviceId }) => deviceId),
];

function byOrganisation(steps: readonly Belonging[]): [Organisation, Belonging[]][] {
  const sorted = new Map<string, Belonging[]>();
  for (const step of steps) sorted.set(step.customerId, [...(sorted.get(step.customerId) ?? []), step]);
  return [...sorted.values()].map((ofOne) => {
    const [{ customerId, branchId }] = ofOne as [Belonging, ...Belonging[]];
    return [{ customerId, branchId }, ofOne];
  });
}

/** Where what is differs from what the rules say: for rules of `group_rule r`, and machines whose id is `device`. */
const difference = (only: (device: string) => string) => `
  with wanted as (
    select r.group_id, d.id as device_id from group_rule r join device d on d.customer_id = r.customer_id
    where ${only('d.id')} and ${FITS}),
  standing as (
    select r.group_id, d.device_id
    from group_rule r join device_group_device d on d.group_id = r.group_id
    where ${only('d.device_id')})
  select coalesce(w.group_id, s.group_id) as "groupId", coalesce(w.device_id, s.device_id) as "deviceId",
    s.group_id is null as joins, g.customer_id as "customerId", g.branch_id as "branchId"
  from wanted w full join standing s on s.group_id = w.group_id and s.device_id = w.device_id
    join device_group g on g.id = coalesce(w.group_id, s.group_id)
  where w.group_id is null or s.group_id is null
  order by 1, 2`;

const DIFFERENCE_OF_DEVICES = difference((device) => `${device} = any($1::uuid[])`);

const DIFFERENCE_OF_GROUP = difference(() => 'r.group_id = $1');

const JOIN = `insert into device_group_device (customer_id, group_id, device_id)
  select $1::uuid, * from unnest($2::uuid[], $3::uuid[]) on conflict do nothing`;

const LEAVE = `delete from device_group_device gd using unnest($1::uuid[], $2::uuid[]) as gone (group_id, device_id)
  where gd.group_id = gone.group_id and gd.device_id = gone.device_id`;
