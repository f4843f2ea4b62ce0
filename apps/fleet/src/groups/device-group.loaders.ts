import type { GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import type { DeviceGroupService } from './device-group.service';
import type { DeviceGroup } from './device-group.type';

/** Groups by id, batched per request under the viewer's policy: null when unknown or not visible. */
export function groupLoader(
  context: GraphqlContext,
  groups: DeviceGroupService,
): DataLoader<string, DeviceGroup | null> {
  return context.loader(
    'fleet.group',
    () => new DataLoader<string, DeviceGroup | null>((ids) => groups.findMany(context.actor, ids)),
  );
}

/** The visible groups of machines, batched per request. */
export function groupsOfDeviceLoader(
  context: GraphqlContext,
  groups: DeviceGroupService,
): DataLoader<string, DeviceGroup[]> {
  return context.loader(
    'fleet.groups-of-device',
    () => new DataLoader<string, DeviceGroup[]>((ids) => groups.ofDevices(context.actor, ids)),
  );
}
