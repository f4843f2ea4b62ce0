import type { Actor, GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import type { DeviceService } from './device.service';
import { toDevice } from './device.mapping';
import type { Device } from './device.type';

/** Devices by id, batched per request under the viewer's policy: null when unknown or not visible. */
export function deviceLoader(
  devices: DeviceService,
  context: GraphqlContext,
): DataLoader<string, Device | null> {
  return context.loader('fleet.device', () => new DataLoader((ids) => load(devices, context.actor, ids)));
}

async function load(
  devices: DeviceService,
  actor: Actor,
  ids: readonly string[],
): Promise<(Device | null)[]> {
  const rows = await devices.findMany(actor, ids);
  return rows.map((row) => row && toDevice(row, actor));
}
