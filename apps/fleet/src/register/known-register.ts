import type { Tx } from '@platen/platform';
import type { Organisation } from '../visibility/sight-changes';
import type { KnownDevice, KnownRegister } from './judge-rows';

const DEVICES = `
  select d.id, d.customer_id, d.serial_number as "serialNumber", d.maker, d.model, d.name,
    d.equipment_id as "equipmentId", d.site_id as "siteId", d.floor, d.room, d.department,
    d.cost_centre as "costCentre", d.contact_name as "contactName", d.contact_email as "contactEmail",
    d.contact_phone as "contactPhone", d.contract_number as "contractNumber",
    to_char(d.installed_on, 'YYYY-MM-DD') as "installedOn", d.monitored, d.lifecycle
  from device d where d.branch_id = $1 and d.serial_number = any($2::text[]) and d.retired_at is null`;

const SITES = `
  select lower(name) as name, case when count(*) = 1 then min(id::text) end as id
  from site where customer_id = $1 and closed_at is null group by 1`;

/** Machines in use that have one of these serial numbers, and the open places of an organisation. */
export async function readRegister(
  tx: Tx,
  { customerId, branchId }: Organisation,
  serialNumbers: readonly string[],
): Promise<KnownRegister> {
  const devices = await tx.query<KnownDevice & { customer_id: string }>(DEVICES, [branchId, serialNumbers]);
  const sites = await tx.query<{ name: string; id: string | null }>(SITES, [customerId]);
  const own = devices.filter((device) => device.customer_id === customerId);
  const elsewhere = devices.filter((device) => device.customer_id !== customerId);
  return {
    devices: new Map(own.map((device) => [device.serialNumber, device])),
    serialsElsewhere: new Set(elsewhere.map(({ serialNumber }) => serialNumber)),
    sites: new Map(sites.map(({ name, id }) => [name, id])),
  };
}
