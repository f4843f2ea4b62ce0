import type { LocalDay } from '@platen/kernel';
import type { Tx } from '@platen/platform';
import { type Belonging, shiftGroupMonths } from '../meter-reads/month-rollups';
import type { LockedDevice } from '../devices/lock-devices';

/**
 * Puts a machine into the place of another one: its groups, the people to whom it was given, and (where it was only
 * planned so far) where it stands and whose it is. One that is installed already stays where it is.
 */
export async function takeOver(
  tx: Tx,
  deviceId: string,
  successor: LockedDevice,
  on: LocalDay,
): Promise<void> {
  const joined = await tx.query<Belonging & Record<string, unknown>>(GROUPS, [deviceId, successor.id]);
  await shiftGroupMonths(tx, joined, []);
  await tx.query(PEOPLE, [deviceId, successor.id]);
  if (successor.lifecycle === 'planned') await tx.query(PLACE, [deviceId, successor.id, on]);
}

// Groups by rule find the successor by themselves.
const GROUPS = `insert into device_group_device (customer_id, group_id, device_id)
  select customer_id, group_id, $2::uuid from device_group_device g
  where device_id = $1 and not exists (select 1 from group_rule r where r.group_id = g.group_id) order by group_id
  on conflict do nothing returning group_id as "groupId", device_id as "deviceId"`;

const PEOPLE = `insert into device_user (customer_id, device_id, user_id)
  select customer_id, $2::uuid, user_id from device_user where device_id = $1 order by user_id
  on conflict do nothing`;

const PLACE = `update device s set lifecycle = 'installed', installed_on = coalesce(s.installed_on, $3::date),
    site_id = d.site_id, floor = d.floor, room = d.room, department = d.department, cost_centre = d.cost_centre,
    contact_name = d.contact_name, contact_email = d.contact_email, contact_phone = d.contact_phone,
    contract_number = coalesce(s.contract_number, d.contract_number), version = s.version + 1
  from device d where s.id = $2 and d.id = $1`;
