import type { Tx } from '@platen/platform';
import type { ChangedSupply } from './record-supply-levels';
import { type SupplyOwner, emitSupplyLevelChanged } from './supply.events';
import { IS_WATCHED } from '../devices/device-state.sql';

const READ = `
  select id as "supplyId", device_id as "deviceId", slot, description, kind, color, class,
    level_state as "levelState", level_percent as "levelPercent", cartridge_serial as "cartridgeSerial",
    read_at as "readAt"
  from supply where device_id = any($1::uuid[]) and source = 'device' and read_at is not null
  order by device_id, slot`;

const OWNERS = `
  select d.id, d.customer_id as "customerId", d.branch_id as "branchId", ${IS_WATCHED} as watched
  from device d where d.id = any($1::uuid[])`;

/** Tells the levels of machines that somebody watches from now on: the next change of a level may be days away. */
export async function announceSupplies(tx: Tx, deviceIds: readonly string[]): Promise<void> {
  const owners = await tx.query<SupplyOwner & Record<string, unknown>>(OWNERS, [deviceIds]);
  const supplies = await tx.query<ChangedSupply & Record<string, unknown>>(READ, [deviceIds]);
  await emitSupplyLevelChanged(tx, supplies, new Map(owners.map((owner) => [owner.id, owner])));
}
