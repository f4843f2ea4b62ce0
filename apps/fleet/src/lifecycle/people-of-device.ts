import type { Tx } from '@platen/platform';

/** Everybody to whom a machine is given, by itself or through a group; ids in their order. */
export async function peopleOfDevice(tx: Tx, deviceId: string): Promise<string[]> {
  const rows = await tx.query<{ user_id: string }>(PEOPLE, [deviceId]);
  return rows.map((row) => row.user_id);
}

const PEOPLE = `
  select user_id from device_user where device_id = $1
  union
  select gu.user_id from device_group_device gd join device_group_user gu on gu.group_id = gd.group_id
  where gd.device_id = $1
  order by user_id`;
