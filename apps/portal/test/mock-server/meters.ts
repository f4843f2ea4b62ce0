import { type CounterPast, expectedRange, judgeReading, oddVerdicts } from '@platen/kernel';
import type { MockSession } from './graph';
import type { MockDevice } from './devices';
import type { MockPerson } from './people';

interface MockMeter {
  readonly id: string;
  readonly kind: string;
  value: number | null;
  readAt: string | null;
  source: string | null;
}

type Allowed = (session: MockSession, right: string, field: string) => MockPerson;
type Connect = (nodes: readonly { id: string }[], page: { first?: number; after?: string }) => object;
interface Rows {
  readonly deviceId: readonly string[];
  readonly kind: readonly string[];
  readonly value: readonly number[];
  readonly readAt: readonly string[];
  readonly confirmed: readonly boolean[];
}

const DAY = 86_400_000;
const notChanged = (code: string, message: string) => ({ __typename: 'MeterNotChangedError', code, message });
const words: Readonly<Record<string, string>> = {
  high: 'Higher than expected. Confirm it if it is right.',
  fell: 'Lower than the last value.',
};

/** Counters of the mock's machines: every sixth machine lacks a reading this month. */
export function makeMeterGraph(
  now: number,
  devices: readonly MockDevice[],
  allowed: Allowed,
  connect: Connect,
) {
  const isDue = (device: MockDevice) => !device.monitored || devices.indexOf(device) % 6 === 2;
  const metersOf = (device: MockDevice) => device.meters as MockMeter[];
  const pastOf = (meter: MockMeter, due: boolean): CounterPast => {
    const at = due && meter.source !== 'PORTAL' ? new Date(now - 33 * DAY).toISOString() : meter.readAt;
    return {
      before: meter.value !== null && at ? { value: meter.value, at: new Date(at) } : null,
      after: null,
      pace: { slow: 12, fast: 320 },
      digits: null,
      closedBefore: null,
    };
  };
  const expectationOf = (meter: MockMeter, due: boolean) => {
    const past = pastOf(meter, due);
    return {
      lastValue: past.before?.value ?? null,
      lastReadAt: past.before?.at.toISOString() ?? null,
      slowPerDay: past.pace?.slow,
      fastPerDay: past.pace?.fast,
      digits: null,
      closedBefore: null,
      ...expectedRange(past, new Date(now)),
    };
  };
  const corrected = new Map<string, number>();
  const resets = new Map<string, object[]>();
  const meterById = (id: string) => devices.flatMap(metersOf).find((meter) => meter.id === id);
  const readsOf = (meter: MockMeter) => {
    const { readAt } = meter;
    if (meter.value === null || !readAt) return [];
    return Array.from({ length: 13 }, (_, month) => ({
      id: String(month),
      readAt: new Date(Date.parse(readAt) - month * 30 * DAY).toISOString(),
      value: Math.max(0, (meter.value ?? 0) - month * 2200 - (month % 3) * 160),
      source: month % 4 === 1 ? 'ESTIMATE' : (meter.source ?? 'DEVICE'),
      confidence: month % 4 === 1 ? 'ESTIMATED' : meter.source === 'PORTAL' ? 'STATED' : 'MEASURED',
      handIn: meter.source === 'PORTAL' && month % 4 !== 1 ? handInOf(month, meter) : null,
    }));
  };
  const correctableOf = (meter: MockMeter) =>
    meter.source === 'PORTAL' && meter.value !== null && meter.readAt
      ? {
          readAt: meter.readAt,
          value: meter.value,
          expectation: {
            ...expectationOf(meter, false),
            lastValue: meter.value - 2000,
            lastReadAt: new Date(Date.parse(meter.readAt) - 30 * DAY).toISOString(),
          },
        }
      : null;
  const handInOf = (month: number, meter: MockMeter) => ({
    id: `hand-in-${meter.id}-${month}`,
    handedInAt: meter.readAt,
    flagged: month === 2,
    corrected: month === 3 || (month === 0 && corrected.has(meter.id)),
    valueBefore: month === 3 ? 26_020 : month === 0 ? (corrected.get(meter.id) ?? null) : null,
    actorKind: month === 4 ? 'guest' : 'user',
    actor: month === 0 ? { id: 'user-rita', firstName: 'Rita', lastName: 'Serra' } : null,
    note: null,
    exportState: month === 0 ? 'WAITING' : 'BOOKED',
    bookedAt: month === 0 ? null : meter.readAt,
    bookedReference: month === 0 ? null : `L-2026-${1100 - month}`,
  });
  const withPast = (device: MockDevice, due: boolean) =>
    metersOf(device).map((meter) => ({
      ...meter,
      expectation: expectationOf(meter, due),
      reads: (page: { first?: number; after?: string }) => connect(readsOf(meter), page),
      newest: readsOf(meter)[0] ?? null,
      resets: resets.get(meter.id) ?? [],
      correctable: correctableOf(meter),
    }));
  const stopsOf = (person: MockPerson) =>
    devices
      .filter(({ customerId }) => customerId === person.customerId)
      .map((device) => {
        const due = isDue(device);
        // a person is asked for what a bill is made of
        const meters = withPast(device, due).filter(({ kind }) => kind === 'mono' || kind === 'color');
        return { id: device.id, due, lastReadAt: null, device: { ...device, meters } };
      });

  return {
    metersOf: (device: MockDevice) => withPast(device, false),
    fields: {
      meterPeriod: (_: unknown, session: MockSession) => ({
        month: new Date(now).toISOString().slice(0, 8) + '01',
        dueOn: new Date(now).toISOString().slice(0, 8) + '25',
        due: stopsOf(allowed(session, 'meter:read', 'meterPeriod')).filter(({ due }) => due).length,
      }),
      meterRound: (
        args: { first?: number; after?: string; filter?: { state?: string; search?: string } },
        session: MockSession,
      ) => {
        const { state = 'DUE', search } = args.filter ?? {};
        const stops = stopsOf(allowed(session, 'meter:read', 'meterRound')).filter(
          ({ due, device }) =>
            (state === 'ALL' || (state === 'DUE' ? due : !device.monitored)) &&
            (!search || device.name.toLowerCase().includes(search.toLowerCase())),
        );
        return connect(stops, args);
      },
      correctMeterRead: (
        { input }: { input: { meterId: string; value: number; reason: string } },
        session: MockSession,
      ) => {
        allowed(session, 'meter:submit', 'correctMeterRead');
        const meter = meterById(input.meterId);
        if (!meter || meter.value === null)
          return notChanged('METER_NOT_FOUND', 'This counter is not known.');
        corrected.set(meter.id, meter.value);
        meter.value = input.value;
        return { __typename: 'CorrectMeterReadSuccess', meterId: meter.id };
      },
      declareMeterReset: (
        {
          input,
        }: {
          input: { meterId: string; valueBefore: number; valueAfter: number; reason: string; at: string };
        },
        session: MockSession,
      ) => {
        allowed(session, 'meter:submit', 'declareMeterReset');
        const known = resets.get(input.meterId) ?? [];
        if (known.length > 0)
          return notChanged('RESET_KNOWN', 'A reset of this counter at this time is known.');
        const { at, valueBefore, valueAfter, reason } = input;
        resets.set(input.meterId, [
          { at, valueBefore, valueAfter, reason, declaredAt: at, actorKind: 'user', actor: null },
        ]);
        return { __typename: 'DeclareMeterResetSuccess', meterId: input.meterId };
      },
      handInMeterReads: ({ input }: { input: { rows: Rows } }, session: MockSession) => {
        allowed(session, 'meter:submit', 'handInMeterReads');
        const { deviceId, kind, value, readAt, confirmed } = input.rows;
        const rows = deviceId.map((id, row) => {
          const device = devices.find((one) => one.id === id);
          const meter = device && metersOf(device).find((one) => one.kind === kind[row]);
          if (!device || !meter)
            return { row, outcome: 'REFUSED', verdict: 'UNKNOWN_KIND', message: 'Unknown.' };
          const reading = { value: value[row] ?? 0, at: new Date(readAt[row] ?? now) };
          const verdict = judgeReading(pastOf(meter, isDue(device)), reading, new Date());
          const odd = oddVerdicts.has(verdict);
          const taken = verdict === 'fits' || (odd && confirmed[row]);
          if (taken) Object.assign(meter, { value: reading.value, readAt: readAt[row], source: 'PORTAL' });
          const outcome = taken ? 'ACCEPTED' : verdict === 'known' ? 'UNCHANGED' : odd ? 'ASKED' : 'REFUSED';
          return { row, outcome, verdict: verdict.toUpperCase(), message: words[verdict] ?? null };
        });
        const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
        return {
          __typename: 'HandInMeterReadsSuccess',
          accepted: count('ACCEPTED'),
          unchanged: count('UNCHANGED'),
          asked: count('ASKED'),
          refused: count('REFUSED'),
          taken: true,
          rows: rows.map((row) => ({ ...row, expectedLow: null, expectedHigh: null, handInId: null })),
        };
      },
    },
  };
}
