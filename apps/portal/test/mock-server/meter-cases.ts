import type { MockSession } from './graph';
import type { MockDevice } from './devices';
import { customers } from './people';
import type { MockPerson } from './people';

type Allowed = (session: MockSession, right: string, field: string) => MockPerson;
type Connect = (nodes: readonly { id: string }[], page: { first?: number; after?: string }) => object;

const DAY = 86_400_000;

/** Odd counter values of the mock: one fell, one was confirmed, one the books refused. */
export function makeMeterCases(
  now: number,
  devices: readonly MockDevice[],
  allowed: Allowed,
  connect: Connect,
) {
  const daysAgo = (days: number) => new Date(now - days * DAY).toISOString();
  const told = [
    { kind: 'FELL', meterKind: 'mono', valueBefore: 184_203, value: 412, lastValue: 655, days: 9, since: 4 },
    {
      kind: 'FLAGGED',
      meterKind: 'color',
      valueBefore: 60_496,
      value: 98_400,
      lastValue: 98_400,
      days: 3,
      since: 3,
    },
    {
      kind: 'REFUSED',
      meterKind: 'total',
      valueBefore: 35_120,
      value: 36_002,
      lastValue: 36_002,
      days: 1,
      since: 1,
    },
  ];
  const open = told.map(({ days, since, ...facts }, index) => {
    const device = devices[index === 2 ? devices.length - 1 : index] as MockDevice;
    return {
      ...facts,
      id: `case-${index + 1}`,
      readAt: daysAgo(days),
      lastReadAt: daysAgo(since),
      openedAt: daysAgo(days),
      device,
      customer: customers.find(({ id }) => id === device.customerId),
    };
  });
  return {
    ofDevice: (id: string) => open.filter(({ device }) => device.id === id),
    fields: {
      meterCases: (
        args: {
          first?: number;
          after?: string;
          filter?: { kind?: string; customerId?: string; openDays?: number };
        },
        session: MockSession,
      ) => {
        allowed(session, 'meter:manage', 'meterCases');
        const { kind, customerId, openDays } = args.filter ?? {};
        const found = open.filter(
          (one) =>
            (!kind || one.kind === kind) &&
            (!customerId || one.customer?.id === customerId) &&
            Date.parse(one.openedAt) <= now - (openDays ?? 0) * DAY,
        );
        return connect(found, args);
      },
      decideMeterCase: ({ input }: { input: { id: string; reason: string } }, session: MockSession) => {
        allowed(session, 'meter:manage', 'decideMeterCase');
        if (!input.reason.trim())
          return {
            __typename: 'MeterNotChangedError',
            code: 'REASON_NEEDED',
            message: 'A reason of 1 to 500 characters is needed.',
          };
        const at = open.findIndex(({ id }) => id === input.id);
        if (at >= 0) open.splice(at, 1);
        return { __typename: 'DecideMeterCaseSuccess', id: input.id };
      },
    },
  };
}
