import { type DeviceTab, deviceTabs } from './device-tab-list';

/** State of a machine's page as the URL holds it. */
export interface DeviceDetailSearch {
  readonly tab?: DeviceTab;
}

/** Reads the URL; an unknown tab is the first one. */
export function parseDeviceDetailSearch(raw: Readonly<Record<string, unknown>>): DeviceDetailSearch {
  return { tab: deviceTabs.find(({ tab }) => tab === raw.tab)?.tab };
}
