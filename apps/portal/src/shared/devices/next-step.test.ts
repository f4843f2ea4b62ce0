import type { SupplyStateFragment } from '@platen/graphql-client';
import { nextStep } from './next-step';

type Device = Parameters<typeof nextStep>[0];

const supply = (color: SupplyStateFragment['color'], low: number | null): SupplyStateFragment => ({
  __typename: 'Supply',
  id: color,
  slot: color,
  kind: 'TONER',
  color,
  class: 'CONSUMED',
  description: '',
  low: false,
  reorderPercent: 15,
  level: { __typename: 'SupplyLevel', state: 'PERCENT', percent: 40, at: null, source: 'DEVICE' },
  daysLeft: low === null ? null : { __typename: 'DaysLeft', low, high: low + 3 },
});

const device = (more: Partial<Device> = {}): Device => ({
  state: 'WORKING',
  monitored: true,
  lastSeenAt: '2026-11-21T08:00:00Z',
  supplies: [supply('CYAN', 20), supply('BLACK', 6), supply('YELLOW', null)],
  lastOrder: null,
  ...more,
});

const order = (status: NonNullable<Device['lastOrder']>['status']): Device['lastOrder'] => ({
  __typename: 'SupplyOrder',
  id: 'o',
  number: '1',
  status,
  expectedOn: '2026-11-24',
  placedAt: '2026-11-20T08:00:00Z',
  lines: [],
});

describe('nextStep', () => {
  test.each(['RECEIVED', 'CONFIRMED', 'PICKED', 'SHIPPED'] as const)(
    'an order that is %s arrives',
    (status) => {
      expect(nextStep(device({ lastOrder: order(status) }))).toEqual({
        kind: 'arrives',
        supply: undefined,
        expectedOn: '2026-11-24',
      });
    },
  );

  test('a delayed order says so', () => {
    expect(nextStep(device({ lastOrder: order('BACKORDERED') })).kind).toBe('backordered');
  });

  test.each(['DELIVERED', 'CANCELLED', 'RETURNED', 'LOST'] as const)(
    'an order that is %s is no longer coming',
    (status) => {
      expect(nextStep(device({ lastOrder: order(status) })).kind).toBe('runsOut');
    },
  );

  test('else the supply that runs out first', () => {
    expect(nextStep(device())).toMatchObject({
      kind: 'runsOut',
      supply: { color: 'BLACK' },
      days: { low: 6 },
    });
  });

  test('a silent machine has no forecast to rely on', () => {
    expect(nextStep(device({ state: 'SILENT' }))).toEqual({
      kind: 'noReading',
      since: '2026-11-21T08:00:00Z',
    });
  });

  test('R39 a machine that is not monitored has to be looked at', () => {
    expect(nextStep(device({ monitored: false, state: 'NOT_MONITORED' })).kind).toBe('lookYourself');
  });

  test.each(['PLANNED', 'IN_REPAIR', 'RETIRED'] as const)(
    'nothing of a machine that is %s runs out',
    (state) => {
      expect(nextStep(device({ state })).kind).toBe('nothingKnown');
    },
  );

  test('without a forecast nothing is made up', () => {
    expect(nextStep(device({ supplies: [supply('CYAN', null)] })).kind).toBe('nothingKnown');
  });
});
