import { type Tx, isId } from '@platen/platform';
import { visibleDevices, visibleGroups } from '../visibility/visible-devices.sql';
import type { Visibility } from '../visibility/visibility.policy';

/** A group whose row this transaction holds: nobody else changes its machines or its people until commit. */
export interface LockedGroup {
  readonly id: string;
  readonly name: string;
  /** true: its machines follow from a rule, so nobody puts any in by hand */
  readonly byRule: boolean;
}

/**
 * Locks visible groups, in the order of their ids.
 * @returns null when one of them is unknown or not visible
 */
export async function lockVisibleGroups(
  tx: Tx,
  visibility: Visibility,
  ids: readonly string[],
): Promise<LockedGroup[] | null> {
  if (!ids.every(isId)) return null;
  const visible = visibleGroups(visibility, 2);
  const groups = await tx.query<LockedGroup>(
    `select g.id, g.name, exists (select 1 from group_rule r where r.group_id = g.id) as "byRule"
     from device_group g where g.id = any($1::uuid[]) and ${visible.sql}
     order by g.id for no key update of g`,
    [ids, ...visible.parameters],
  );
  return groups.length === new Set(ids.map((id) => id.toLowerCase())).size ? groups : null;
}

/** True when each of these is a machine in use that the actor sees. */
export async function allVisible(tx: Tx, visibility: Visibility, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  if (!ids.every(isId)) return false;
  const visible = visibleDevices(visibility, 2);
  const [found] = await tx.query<{ devices: number }>(
    `select count(*)::int as devices from device d
     where d.id = any($1::uuid[]) and d.retired_at is null and ${visible.sql}`,
    [ids, ...visible.parameters],
  );
  return found?.devices === ids.length;
}

/** The machines of these groups. */
export async function devicesIn(tx: Tx, groupIds: readonly string[]): Promise<string[]> {
  if (groupIds.length === 0) return [];
  const rows = await tx.query<{ device_id: string }>(
    'select distinct device_id from device_group_device where group_id = any($1::uuid[])',
    [groupIds],
  );
  return rows.map((row) => row.device_id);
}

/** The people who have any of these groups. */
export async function usersOfGroups(tx: Tx, groupIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ user_id: string }>(
    'select distinct user_id from device_group_user where group_id = any($1::uuid[]) order by user_id',
    [groupIds],
  );
  return rows.map((row) => row.user_id);
}
