import { type DeviceTab, deviceTabs } from './device-tab-list';

/** What can be done with a counter on the machine's own page. */
export const readingActs = ['hand-in', 'correct', 'reset'] as const;
export type ReadingAct = (typeof readingActs)[number];

/** State of a machine's page as the URL holds it. */
export interface DeviceDetailSearch {
  readonly tab?: DeviceTab;
  /** kind of the counter whose history is open */
  readonly meter?: string;
  readonly act?: ReadingAct;
  /** the case that is being decided */
  readonly case?: string;
}

/** Reads the URL; an unknown tab is the first one. */
export function parseDeviceDetailSearch(raw: Readonly<Record<string, unknown>>): DeviceDetailSearch {
  const text = (value: unknown) =>
    typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;
  return {
    tab: deviceTabs.find(({ tab }) => tab === raw.tab)?.tab,
    meter: text(raw.meter),
    act: readingActs.find((act) => act === raw.act),
    case: text(raw.case),
  };
}
