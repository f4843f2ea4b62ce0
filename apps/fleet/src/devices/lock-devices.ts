import { type Tx, isId } from '@platen/platform';
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
  readonly monitored: boolean;
  readonly floor: string | null;
  readonly room: string | null;
  readonly lastSeenAt: Date | null;
}

/** Where a poll's serial number is looked up: inside one customer, or (keys of a branch) in all of its customers. */
export type SerialScope = { readonly customerId: string } | { readonly branchId: string };

const LOCKED = `select d.id, d.customer_id as "customerId", d.branch_id as "branchId", d.site_id as "siteId",
    d.serial_number as "serialNumber", d.name, d.maker, d.model, d.monitored, d.floor, d.room,
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
