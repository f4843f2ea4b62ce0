import type { MockDevice } from './devices';

const day = 24 * 60 * 60 * 1000;

/** The link of the mock that works. */
export const meterToken = 'm'.repeat(43);
/** The same for somebody with more machines than stand on a page. */
export const manyMachinesToken = 'n'.repeat(43);

/** Why a machine of the mock is silent: null where it is not. */
export function silenceOf(now: number, device: MockDevice, devices: readonly MockDevice[]): object | null {
  if (device.state !== 'SILENT') return null;
  const nearby = devices.filter(
    ({ id, site, monitored }) => id !== device.id && site.id === device.site.id && monitored,
  );
  return {
    since: device.lastSeenAt,
    limitHours: 48,
    cause: 'MACHINE',
    nearby: nearby.length,
    heardNearby: nearby.filter(({ state }) => state !== 'SILENT').length,
    addressTaken: false,
    collectorState: 'ONLINE',
    collectorReportedAt: new Date(now - 7 * 60_000).toISOString(),
    collectorClockOffMinutes: null,
    failure: 'SILENT',
  };
}

const machine = (now: number, id: string, name: string, last: Readonly<Record<string, number>>) => ({
  deviceId: id,
  name,
  serialNumber: `A0E${id.slice(-3)}`,
  siteName: 'Milano, Via Torino 12',
  floor: '2',
  room: null,
  done: false,
  meters: Object.entries(last).map(([kind, lastValue]) => ({
    kind,
    unit: 'IMPRESSIONS',
    expectation: {
      lastValue,
      lastReadAt: new Date(now - 31 * day).toISOString(),
      slowPerDay: 10,
      fastPerDay: 200,
      digits: null,
      closedBefore: null,
      low: lastValue,
      high: lastValue + 6900,
    },
  })),
});

interface Input {
  readonly token: string;
  readonly rows: { readonly deviceId: string[]; readonly value: number[]; readonly confirmed: boolean[] };
}

/** A link to two machines. Values above a million are asked about unless they are confirmed. */
export function makeMeterLink(now: number) {
  const link = {
    branchCode: 'IT',
    dueOn: new Date(now + 5 * day).toISOString().slice(0, 10),
    expiresAt: new Date(now + 10 * day).toISOString(),
    left: 2,
    next: null,
    machines: [
      machine(now, 'device-201', 'Loading bay', { mono: 184_203, color: 61_401 }),
      machine(now, 'device-202', 'Porter', { total: 9120 }),
    ],
  };
  return {
    meterLink: ({ token, after }: { token: string; after?: string | null }) => {
      if (token === meterToken) return link;
      if (token !== manyMachinesToken) return null;
      const [first, second] = link.machines;
      return { ...link, machines: [after ? second : first], next: after ? null : 'second' };
    },
    handInByMeterLink: ({ input: { token, rows } }: { input: Input }) => {
      if (token !== meterToken && token !== manyMachinesToken)
        return { __typename: 'MeterLinkGoneError', code: 'METER_LINK_GONE', message: 'This link is gone.' };
      const taken = rows.value.map((value, row) => value < 1_000_000 || rows.confirmed[row]);
      return {
        __typename: 'HandInMeterReadsSuccess',
        accepted: taken.filter(Boolean).length,
        unchanged: 0,
        asked: taken.filter((each) => !each).length,
        refused: 0,
        taken: true,
        rows: taken.map((accepted, row) => ({
          row,
          outcome: accepted ? 'ACCEPTED' : 'ASKED',
          verdict: accepted ? 'FITS' : 'HIGH',
          message: accepted ? null : 'More than usual. Is it right?',
          expectedLow: null,
          expectedHigh: null,
          handInId: accepted ? `hand-in-${row}` : null,
        })),
      };
    },
  };
}
