import { type Actor, isId } from '@platen/platform';
import { NOBODY, askedPerson } from '../groups/group-filter';
import { isInUse } from '../lifecycle/lifecycle';
import { actsFor, canUpdateDevices } from './device.policy';
import type { DeviceFilter } from './device.query';
import type { DeviceRow } from './device.row';
import type { Device, DeviceFilterInput } from './device.type';

/** A device as GraphQL shows it to this actor; the fields that load are the resolver's. */
export function toDevice(row: DeviceRow, actor: Actor): Device {
  return {
    id: row.id,
    name: row.name,
    serialNumber: row.serial_number,
    equipmentId: row.equipment_id,
    maker: row.maker,
    model: row.model,
    monitored: row.monitored,
    state: row.state,
    errors: row.errors,
    lastSeenAt: row.last_seen_at,
    site: {
      id: row.site_id,
      name: row.site_name,
      street: row.street,
      postalCode: row.postal_code,
      city: row.city,
      country: row.country,
    },
    customer: { id: row.customer_id },
    floor: row.floor,
    room: row.room,
    department: row.department,
    ipAddress: row.ip_address,
    lifecycle: row.lifecycle,
    installedOn: row.installed_on,
    costCentre: row.cost_centre,
    contactName: row.contact_name,
    contactEmail: row.contact_email,
    contactPhone: row.contact_phone,
    contractNumber: row.contract_number,
    version: row.version,
    viewerCanUpdate: isInUse(row.lifecycle) && canUpdateDevices(actor),
    viewerActs: actsFor(actor, row.lifecycle),
  };
}

/** Longest search text in characters; what is longer finds nothing more. */
const MAX_SEARCH = 100;

/** The filter as asked for, with everything left out as null. */
export function toDeviceFilter(input: DeviceFilterInput | null | undefined, actor: Actor): DeviceFilter {
  const search = input?.search?.trim().slice(0, MAX_SEARCH);
  return {
    search: search || null,
    siteId: asked(input?.siteId),
    customerId: asked(input?.customerId),
    states: input?.states ?? null,
    attention: input?.attention ?? null,
    use: input?.use ?? null,
    department: input?.department || null,
    monitored: input?.monitored ?? null,
    groupId: asked(input?.groupId),
    assignedTo: input?.assignedTo ? askedPerson(input.assignedTo, actor) : null,
  };
}

/** Filtering by something that is no id finds nothing, as with any unknown one. */
function asked(id: string | null | undefined): string | null {
  if (!id) return null;
  return isId(id) ? id : NOBODY;
}
