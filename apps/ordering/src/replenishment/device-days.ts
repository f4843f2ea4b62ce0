import type { Tx } from '@platen/platform';
import type { DeviceSighting, DeviceTrack } from '@platen/replenishment';
import type { KnownDeviceEntity } from '../projections/known-device.entity';
import { localDayOf } from './place-calendar';

const KEEP = `
  insert into device_day (device_id, read_on, customer_id, branch_id, sighting) values ($1, $2, $3, $4, $5)
  on conflict (device_id, read_on) do update set
    customer_id = excluded.customer_id, branch_id = excluded.branch_id, sighting = excluded.sighting`;

/** Keeps what a machine said on the day of its newest reading, for replaying its history under other settings. */
export async function keepDay(
  tx: Tx,
  { id, customerId, branchId }: KnownDeviceEntity,
  track: DeviceTrack,
  day: number,
): Promise<void> {
  const sighting: DeviceSighting | undefined = track.recent.find((each) => each.day === day);
  if (!sighting) return;
  await tx.query(KEEP, [id, localDayOf(day), customerId, branchId, JSON.stringify(sighting)]);
}
