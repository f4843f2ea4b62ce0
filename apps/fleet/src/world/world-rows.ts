import type { WorldCustomer, WorldDevice, WorldSite } from '@platen/contracts';
import type { DeviceEntity } from '../devices/device.entity';
import type { SiteEntity } from '../sites/site.entity';
import type { SupplyLevelColumns } from '../supplies/record-supply-levels';

/** A customer as this service keeps it until identity tells of it: whatever it tells is newer. */
export function toKnownCustomer({ id: customerId, branchId, number, name }: WorldCustomer) {
  return { customerId, branchId, version: 0, number, name };
}

/** A site as a row. */
export function toSiteEntity(site: WorldSite): SiteEntity {
  const { deliveryContact, deliveryInstructions = null, ...row } = site;
  return {
    ...row,
    deliveryContactName: deliveryContact.name,
    deliveryContactEmail: deliveryContact.email,
    deliveryContactPhone: deliveryContact.phone ?? null,
    deliveryInstructions,
    closedAt: null,
  };
}

/** A machine as a row. */
export function toDeviceEntity(device: WorldDevice, seenAt: Date, now: Date): DeviceEntity {
  const { monthlyVolumes, startMeters, supplies, lastSeenHoursAgo, errors, ...rest } = device;
  const { lifecycle, installedDaysAgo, costCentre, contractNumber, contact, ...more } = rest;
  const { shares, readDaysAgo, oddReading, plannedMove, timeline, ...row } = more;
  return {
    ...row,
    errors: [...errors],
    lastSeenAt: lastSeenHoursAgo === null ? null : seenAt,
    lifecycle: lifecycle ?? 'installed',
    installedOn: installedDaysAgo === undefined ? null : dayBefore(now, installedDaysAgo),
    costCentre: costCentre ?? null,
    contractNumber: contractNumber ?? null,
    contactName: contact?.name ?? null,
    contactEmail: contact?.email ?? null,
    contactPhone: contact?.phone ?? null,
    retiredAt: null,
    version: 1,
  };
}

/** The day that was, or (below 0) will be, so many days before an instant. */
export function dayBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
}

/** The machines' supplies as levels read when each machine was last seen. */
export function toSupplyLevels(
  devices: readonly WorldDevice[],
  seenAt: (device: WorldDevice) => Date,
): SupplyLevelColumns {
  const rows = devices.flatMap((device) => device.supplies.map((supply) => ({ device, supply })));
  return {
    deviceId: rows.map(({ device }) => device.id),
    readAt: rows.map(({ device }) => seenAt(device)),
    slot: rows.map(({ supply }) => supply.slot),
    description: rows.map(({ supply }) => supply.description),
    kind: rows.map(({ supply }) => supply.kind),
    color: rows.map(({ supply }) => supply.color),
    class: rows.map(({ supply }) => supply.class),
    levelState: rows.map(({ supply }) => supply.levelState),
    levelPercent: rows.map(({ supply }) => supply.levelPercent),
    cartridgeSerial: rows.map(({ supply }) => supply.cartridgeSerial),
  };
}
