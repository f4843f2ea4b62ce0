import { sites } from './devices';

const days = (now: number, ago: number) => new Date(now - ago * 86_400_000).toISOString();

/** What every machine of the mock has beside its state: its record, what may be done with it, its history. */
export function deviceLife(now: number) {
  const event = (
    id: string,
    ago: number,
    kind: string,
    facts: Record<string, string>,
    more: object = {},
  ) => ({
    id,
    happenedAt: days(now, ago),
    kind,
    actorKind: 'collector',
    actor: null,
    facts: Object.entries(facts).map(([name, value]) => ({ name, value })),
    fromSite: null,
    toSite: null,
    otherDevice: null,
    ...more,
  });
  const events = [
    event('e1', 3, 'cartridge-changed', { percent: '100', cartridge: 'CRU-4711' }),
    event('e2', 12, 'changed', { fields: 'floor room' }, { actorKind: 'user' }),
    event(
      'e3',
      40,
      'moved',
      { total: '231604' },
      { actorKind: 'staff', fromSite: sites[1], toSite: sites[0] },
    ),
    event('e4', 300, 'installed', {}, { actorKind: 'staff' }),
  ];
  return {
    lifecycle: 'INSTALLED',
    installedOn: days(now, 300).slice(0, 10),
    costCentre: '4711',
    contactName: null,
    contactEmail: null,
    contactPhone: null,
    contractNumber: 'C-2026-118',
    version: 3,
    viewerActs: ['SEND_TO_REPAIR', 'SWAP', 'RETIRE', 'MOVE'],
    plannedMove: null,
    timeline: {
      totalCount: events.length,
      edges: events.map((node) => ({ cursor: node.id, node })),
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    },
  };
}

interface Input {
  readonly deviceId: string;
  readonly [field: string]: unknown;
}

/** Moves and changes, answered as the service would. */
export function deviceLifeFields(deviceById: (id: string) => object | null) {
  const changed = (type: string) => (args: { input: Input }) => ({
    __typename: type,
    device: { ...deviceById(args.input.deviceId), ...args.input },
  });
  return {
    movePreview: ({ siteId }: { siteId: string }) => ({
      today: '2026-11-21',
      contractNumber: 'C-2026-118',
      contactName: 'Ugo Blu',
      contactEmail: 'ugo@rossi.example',
      site: sites.find(({ id }) => id === siteId) ?? null,
      people: [],
    }),
    updateDevice: ({ input }: { input: Input }) =>
      input.name === ''
        ? {
            __typename: 'InvalidInputError',
            code: 'INVALID_INPUT',
            message: 'Some of the input cannot be accepted.',
            fields: [{ path: 'name', message: 'A machine needs a name of 1 to 120 characters.' }],
          }
        : changed('ChangeDeviceSuccess')({ input }),
    setDeviceMonitored: changed('ChangeDeviceSuccess'),
    moveDevice: changed('MoveDeviceSuccess'),
    cancelDeviceMove: changed('MoveDeviceSuccess'),
    changeDeviceLifecycle: changed('ChangeDeviceLifecycleSuccess'),
  };
}
