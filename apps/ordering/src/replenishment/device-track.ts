import type { Tx } from '@platen/platform';
import { type Day, type DeviceTrack, emptyTrack } from '@platen/replenishment';
import type { KnownDeviceEntity } from '../projections/known-device.entity';
import { dayOf } from './place-calendar';

/** What the engine keeps of a device, its row locked until the end of the transaction. */
export interface LockedTrack {
  readonly track: DeviceTrack;
  /** day of the first reading ever; null before it */
  readonly heardSince: Day | null;
  /** nothing is ordered that would only be used up after this day: the contract ends, the device is collected */
  readonly stopsOn: Day | null;
}

/** Grows when a stored track can no longer be read: then it begins anew. */
const TRACK_VERSION = 1;

interface TrackRow {
  readonly version: number;
  readonly track: DeviceTrack;
  readonly heardSince: string | null;
  readonly stopsOn: string | null;
}

const OPEN = `
  insert into device_track (device_id, customer_id, branch_id, version, track)
  values ($1, $2, $3, $4, $5) on conflict (device_id) do nothing`;

const LOCK = `
  select version, track, heard_since::text as "heardSince", stops_on::text as "stopsOn"
  from device_track where device_id = $1 for update`;

const SAVE = `
  update device_track set customer_id = $2, branch_id = $3, version = $4, track = $5,
    heard_since = coalesce(heard_since, $6::date), evaluated_at = $7
  where device_id = $1`;

/**
 * Locks a device's row, opening it at its first reading: whoever else evaluates one of its supplies waits here. The
 * supplies share one row, so that no two of them can wait for each other.
 */
export async function lockTrack(
  tx: Tx,
  { id, customerId, branchId }: KnownDeviceEntity,
): Promise<LockedTrack> {
  await tx.query(OPEN, [id, customerId, branchId, TRACK_VERSION, JSON.stringify(emptyTrack)]);
  const [row] = await tx.query<TrackRow>(LOCK, [id]);
  if (!row) throw new Error(`The track of device ${id} vanished.`);
  return {
    track: row.version === TRACK_VERSION ? row.track : emptyTrack,
    heardSince: row.heardSince === null ? null : dayOf(row.heardSince),
    stopsOn: row.stopsOn === null ? null : dayOf(row.stopsOn),
  };
}

/** Keeps what the device said. @param heardOn  yyyy-mm-dd of a reading; the first one ever stands */
export async function saveTrack(
  tx: Tx,
  { id, customerId, branchId }: KnownDeviceEntity,
  track: DeviceTrack,
  heardOn: string | null,
  now: Date,
): Promise<void> {
  await tx.query(SAVE, [id, customerId, branchId, TRACK_VERSION, JSON.stringify(track), heardOn, now]);
}
