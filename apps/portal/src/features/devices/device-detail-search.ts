const tabs = ['overview', 'orders', 'meters', 'service'] as const;

/** State of a machine's page as the URL holds it. */
export interface DeviceDetailSearch {
  readonly tab?: (typeof tabs)[number];
}

/** Reads the URL; an unknown tab is the first one. */
export function parseDeviceDetailSearch(raw: Readonly<Record<string, unknown>>): DeviceDetailSearch {
  return { tab: tabs.find((tab) => tab === raw.tab) };
}
