import { type PayloadOf, deviceChanged } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { regroup } from '../groups/regroup';
import { IS_WATCHED } from './device-state.sql';

type DeviceFacts = PayloadOf<typeof deviceChanged>;
type Joined = Omit<DeviceFacts, 'site' | 'deliveryContact'> &
  DeviceFacts['site'] & { contactName: string | null; contactEmail: string | null };

// Nothing is ordered by itself for a machine that is not there yet or in repair, so they hear of it as not monitored.
const FACTS = `
  select d.id as "deviceId", d.customer_id as "customerId", d.branch_id as "branchId", d.version, d.name,
    d.serial_number as "serialNumber", d.maker, d.model, ${IS_WATCHED} as monitored, d.retired_at is null as active,
    nullif(concat_ws(', ', d.floor, d.room, d.department), '') as place,
    s.id as "siteId", s.name as "siteName", s.street, s.postal_code as "postalCode", s.city, s.country,
    s.delivery_contact_name as "contactName", s.delivery_contact_email as "contactEmail"
  from device d join site s on s.id = d.site_id
  where d.id = any($1::uuid[]) order by d.id`;

/**
 * Tells the other services what these devices are now, and groups by rule: call after the change, in its transaction.
 */
export async function emitDeviceChanged(tx: Tx, deviceIds: readonly string[]): Promise<void> {
  if (deviceIds.length === 0) return;
  await regroup(tx, deviceIds);
  for (const row of await tx.query<Joined & { siteName: string }>(FACTS, [deviceIds])) {
    const { siteId, siteName, street, postalCode, city, country, contactName, contactEmail, ...device } = row;
    tx.emit(deviceChanged, {
      ...device,
      site: { siteId, name: siteName, street, postalCode, city, country },
      deliveryContact: contactName === null ? null : { name: contactName, email: contactEmail },
    });
  }
}
