import type { WorldDevice, WorldSite } from '@platen/contracts';
import type { DeviceEntity } from '../devices/device.entity';
import type { SiteEntity } from '../sites/site.entity';
import type { SupplyLevelColumns } from '../supplies/record-supply-levels';

/** A site as a row. */
export function toSiteEntity(site: WorldSite): SiteEntity {
  const { deliveryContact, ...row } = site;
  return {
    ...row,
    deliveryContactName: deliveryContact.name,
    deliveryContactEmail: deliveryContact.email,
  };
}

/** A machine as a row. */
export function toDeviceEntity(device: WorldDevice, seenAt: Date): DeviceEntity {
  const { monthlyVolumes, startMeters, supplies, lastSeenHoursAgo, errors, ...row } = device;
  return {
    ...row,
    errors: [...errors],
    lastSeenAt: lastSeenHoursAgo === null ? null : seenAt,
    retiredAt: null,
    version: 1,
  };
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
