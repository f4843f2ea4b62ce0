import type { MockSession } from './graph';

interface MockCollector {
  readonly id: string;
  name: string;
  state: string;
  access: {
    state: string;
    codeExpiresAt: string | null;
    keyPrefix: string | null;
    enrolledAt: string | null;
  };
  readonly [field: string]: unknown;
}

const notFound = { __typename: 'CollectorNotFoundError', code: 'COLLECTOR_NOT_FOUND', message: 'Gone.' };

/** Collectors of the mock: one at work, one silent, one whose clock is off, one that waits. */
export function makeCollectors(now: number) {
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
  const collectors: MockCollector[] = [
    collectorOf('collector-cellar', 'Cellar, Milan', 'ONLINE', at, { devicesFailed: 3 }),
    collectorOf('collector-hall', 'Hall, Turin', 'SILENT', at, {}),
    collectorOf('collector-attic', 'Attic, Milan', 'ONLINE', at, {
      clockOffsetSeconds: 86_400,
      isClockOff: true,
    }),
    {
      ...collectorOf('collector-new', 'Warehouse', 'WAITING', at, {}),
      ...{ report: null, lastReportAt: null, failures: [] },
      access: { state: 'NONE', codeExpiresAt: null, keyPrefix: null, enrolledAt: null },
    },
  ];
  const may = ({ person }: MockSession) => person?.rights.includes('collector:manage') ?? false;
  const byId = (id: string) => collectors.find((collector) => collector.id === id) ?? null;
  return {
    collectors: ({ filter }: { filter?: { state?: string | null } | null }, session: MockSession) => {
      const nodes = may(session)
        ? collectors.filter(({ state }) => !filter?.state || state === filter.state)
        : [];
      return {
        totalCount: null,
        edges: nodes.map((node) => ({ cursor: node.id, node })),
        pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      };
    },
    collector: ({ id }: { id: string }, session: MockSession) => (may(session) ? byId(id) : null),
    createCollector: ({ input }: { input: { name: string; ranges: string[] } }) => {
      if (input.ranges.includes('wrong')) {
        const fields = [{ path: 'ranges', message: '“wrong” is no range of addresses.' }];
        return { __typename: 'InvalidInputError', code: 'INVALID_INPUT', message: 'Look again.', fields };
      }
      const made = collectorOf(`collector-${collectors.length}`, input.name, 'WAITING', at, {});
      const access = { state: 'NONE', codeExpiresAt: null, keyPrefix: null, enrolledAt: null };
      collectors.push({
        ...made,
        ranges: input.ranges,
        report: null,
        lastReportAt: null,
        failures: [],
        access,
      });
      return { __typename: 'CreateCollectorSuccess', collector: collectors.at(-1) };
    },
    updateCollector: ({ input }: { input: { collectorId: string; name: string } }) => {
      const collector = byId(input.collectorId);
      if (!collector) return notFound;
      collector.name = input.name;
      return { __typename: 'UpdateCollectorSuccess', collector };
    },
    issueCollectorCode: ({ input }: { input: { collectorId: string } }) => {
      const collector = byId(input.collectorId);
      if (!collector) return notFound;
      collector.access = { state: 'CODE', codeExpiresAt: at(1440), keyPrefix: null, enrolledAt: null };
      return {
        __typename: 'IssueCollectorCodeSuccess',
        collector,
        code: '7KQM-2XW8-01ZD',
        expiresAt: at(1440),
      };
    },
    revokeCollector: ({ input }: { input: { collectorId: string } }) => {
      const collector = byId(input.collectorId);
      if (!collector) return notFound;
      collector.access = { state: 'REVOKED', codeExpiresAt: null, keyPrefix: null, enrolledAt: null };
      collector.state = 'REVOKED';
      return { __typename: 'RevokeCollectorSuccess', collector };
    },
  };
}

function collectorOf(
  id: string,
  name: string,
  state: string,
  at: (minutes: number) => string,
  report: object,
): MockCollector {
  return {
    ...{ id, name, state, intervalSeconds: 900, ranges: ['10.1.2.0/24', 'plotter.local'] },
    ...{ excludeAddresses: ['10.1.2.1'], excludeModels: [], excludeSerials: [], createdAt: at(-90_000) },
    lastReportAt: at(state === 'SILENT' ? -2000 : -7),
    site: { id: 'site-1', name: 'Head office' },
    customer: { id: 'customer-rossi', name: 'Rossi S.p.A.' },
    access: { state: 'ENROLLED', codeExpiresAt: null, keyPrefix: 'ptn_kX9vQ2Lm', enrolledAt: at(-90_000) },
    failures: [
      { address: '10.1.2.17', reason: 'SILENT', since: at(-4000) },
      { address: '10.1.2.40', reason: 'ACCESS_REFUSED', since: at(-300) },
      { address: '10.1.2.41', reason: 'NO_PRINTER', since: at(-7) },
    ],
    report: {
      ...{ version: '0.1.0', startedAt: at(-9000), devicesReached: 41, devicesFailed: 0, requests: 612 },
      ...{ packets: 96, spoolBytes: 0, clockOffsetSeconds: 1, isClockOff: false, isOutdated: false },
      coverage: [
        { range: '10.1.2.0/24', addresses: 254, asked: 254, printers: 40, others: 12 },
        { range: 'plotter.local', addresses: 1, asked: 1, printers: 1, others: 0 },
      ],
      ...report,
    },
  };
}
