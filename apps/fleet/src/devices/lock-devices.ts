import { type Tx, isId } from '@platen/platform';
import { IS_WATCHED } from './device-state.sql';
import type { DeviceLifecycle } from '../lifecycle/lifecycle';
import { visibleDevices } from '../visibility/visible-devices.sql';
import type { Visibility } from '../visibility/visibility.policy';

/** A device whose row this transaction holds: nobody else changes it, its meters or its supplies until commit. */
export interface LockedDevice {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly siteId: string;
  readonly serialNumber: string;
  readonly name: string;
  readonly maker: string;
  readonly model: string;
  /** true where levels are told to those who order: monitored, in place, not in repair */
  readonly watched: boolean;
  readonly monitored: boolean;
  readonly lifecycle: DeviceLifecycle;
  readonly version: number;
  readonly floor: string | null;
  readonly room: string | null;
  readonly lastSeenAt: Date | null;
}

/** Where a poll's serial number is looked up: inside one customer, or (keys of a branch) in all of its customers. */
export type SerialScope = { readonly customerId: string } | { readonly branchId: string };

const LOCKED = `select d.id, d.customer_id as "customerId", d.branch_id as "branchId", d.site_id as "siteId",
    d.serial_number as "serialNumber", d.name, d.maker, d.model, d.monitored,
    ${IS_WATCHED} as watched, d.lifecycle, d.version, d.floor, d.room,
    d.last_seen_at as "lastSeenAt"
  from device d`;

/** In the order of ids everywhere, so that two transactions never wait for each other. */
const IN_ORDER = 'order by d.id for no key update of d';

/** Locks one visible device in use. @returns null for an unknown or foreign id */
export async function lockVisibleDevice(
  tx: Tx,
  visibility: Visibility,
  id: string,
): Promise<LockedDevice | null> {
  if (!isId(id)) return null;
  const visible = visibleDevices(visibility, 2);
  const [device] = await tx.query<LockedDevice>(
    `${LOCKED} where d.id = $1 and d.retired_at is null and ${visible.sql} ${IN_ORDER}`,
    [id, ...visible.parameters],
  );
  return device ?? null;
}

/** Locks the visible devices in use among these; unknown and foreign ids are left out. */
export function lockVisibleDevices(
  tx: Tx,
  visibility: Visibility,
  ids: readonly string[],
): Promise<LockedDevice[]> {
  const visible = visibleDevices(visibility, 2);
  return tx.query<LockedDevice>(
    `${LOCKED} where d.id = any($1::uuid[]) and d.retired_at is null and ${visible.sql} ${IN_ORDER}`,
    [[...new Set(ids.filter(isId))], ...visible.parameters],
  );
}

/**
 * Locks visible devices, those out of use included.
 * @returns by id; absent for an unknown or foreign one
 */
export async function lockDevicesOfAnyLife(
  tx: Tx,
  visibility: Visibility,
  ids: readonly string[],
): Promise<Map<string, LockedDevice>> {
  const visible = visibleDevices(visibility, 2);
  const devices = await tx.query<LockedDevice>(
    `${LOCKED} where d.id = any($1::uuid[]) and ${visible.sql} ${IN_ORDER}`,
    [ids.filter(isId), ...visible.parameters],
  );
  return new Map(devices.map((device) => [device.id, device]));
}

/** Locks one device whoever sees it, for what the system does by itself. @returns null where it is gone */
export async function lockDeviceById(tx: Tx, id: string): Promise<LockedDevice | null> {
  const [device] = await tx.query<LockedDevice>(`${LOCKED} where d.id = $1 ${IN_ORDER}`, [id]);
  return device ?? null;
}

/** Locks the devices in use with these serial numbers. */
export function lockDevicesBySerial(
  tx: Tx,
  scope: SerialScope,
  serialNumbers: readonly string[],
): Promise<LockedDevice[]> {
  const [column, id] =
    'customerId' in scope ? ['customer_id', scope.customerId] : ['branch_id', scope.branchId];
  return tx.query<LockedDevice>(
    `${LOCKED} where d.${column} = $1 and d.serial_number = any($2::text[]) and d.retired_at is null ${IN_ORDER}`,
    [id, serialNumbers],
  );
}
