import 'reflect-metadata';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '@platen/contracts';
import { runCollector } from '@platen/collector';
import { type Installation, elena, forget, startInstallation, until } from './installation';
import { demoOf, loadMore } from './load-more';

const recordings = join(__dirname, '..', '..', '..', '..', 'shared', 'data', 'devices');
const present = existsSync(join(recordings, 'serve.mjs'));
/** A colour printer that was recorded with little cyan, magenta and yellow left. */
const recording = 'brother-dcp-l3550cdw-blib';

describe('a recording of a real printer goes the whole way', () => {
  let platen: Installation;
  let replay: ChildProcess;
  let collecting: Promise<void> | undefined;
  const stop = new AbortController();

  beforeAll(async () => {
    if (!present && process.env.PLATEN_NO_SKIP)
      throw new Error('The recordings are not beside the checkout.');
    if (!present) {
      process.stdout.write('skipped: no recordings of real printers beside the checkout\n');
      return;
    }
    platen = await startInstallation();
    await loadMore(platen, worldOfTheRecording(platen));
  });
  afterAll(async () => {
    stop.abort();
    await collecting;
    replay?.kill('SIGTERM');
    if (!platen) return;
    await forget(platen);
  });

  test('poll, readings, low supplies, automatic orders, one mail each', async () => {
    if (!present) return;
    const port = await serve((child) => {
      replay = child;
    });
    collecting = runCollector(
      {
        url: platen.url,
        key: platen.collectorKey('rossi'),
        targets: [`udp://127.0.0.1:${port}?community=${recording}`],
        spoolDirectory: mkdtempSync(join(tmpdir(), 'platen-spool-')),
        intervalSeconds: 2,
      },
      { signal: stop.signal, log: () => undefined },
    );
    const cookie = await platen.signIn(elena);
    const [device] = await until('the levels', async () => {
      const { data } = await platen.ask(
        'query D($f: DeviceFilter) { devices(filter: $f) { edges { node { id meters { kind value } supplies { kind color level { state percent } } lastSeenAt } } } }',
        { f: { search: 'recorded' } },
        { cookie },
      );
      interface Node {
        id: string;
        meters: { kind: string; value: number | null }[];
        supplies: { kind: string; color: string; level: { state: string; percent: number | null } }[];
      }
      const nodes =
        (data as { devices?: { edges: { node: Node }[] } } | null)?.devices?.edges.map((edge) => edge.node) ??
        [];
      return nodes[0]?.supplies.some((supply) => supply.level.percent !== null) ? nodes : null;
    });
    const percentOf = (color: string) =>
      device?.supplies.find((supply) => supply.kind === 'TONER' && supply.color === color)?.level.percent;
    expect([percentOf('CYAN'), percentOf('MAGENTA'), percentOf('YELLOW')]).toEqual([10, 8, 2]);
    expect(device?.meters.find((meter) => meter.kind === 'total')?.value).toBeGreaterThan(0);

    const orders = await until('three orders', async () => {
      const { data } = await platen.ask(
        'query O($f: OrderFilter) { orders(filter: $f) { edges { node { number lines { article { color } } } } } }',
        { f: { deviceId: device?.id } },
        { cookie },
      );
      const nodes =
        (
          data as {
            orders?: { edges: { node: { number: string; lines: { article: { color: string } }[] } }[] };
          } | null
        )?.orders?.edges.map((edge) => edge.node) ?? [];
      return nodes.length >= 3 ? nodes : null;
    });
    expect(orders.map((order) => order.lines[0]?.article.color).sort()).toEqual([
      'CYAN',
      'MAGENTA',
      'YELLOW',
    ]);
    for (const { number } of orders) {
      const mails = await until(`the mail for ${number}`, async () => {
        const found = (await platen.mails()).filter((mail) => mail.text.includes(number));
        return found.length > 0 ? found : null;
      });
      expect(mails).toHaveLength(1);
    }
  });
});

/** Serves the recordings over UDP, as their own server does it. @returns the port */
async function serve(started: (child: ChildProcess) => void): Promise<number> {
  const child = spawn(process.execPath, [
    join(recordings, 'serve.mjs'),
    '--dir',
    join(recordings, 'snmp'),
    '--port',
    '0',
  ]);
  started(child);
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  return Number(await until('the replay server', () => /(?:127\.0\.0\.1|port)[: ]+(\d+)/.exec(said)?.[1]));
}

/** One more machine at a site of the demo, the one that was recorded, and the articles that fit it. */
function worldOfTheRecording(platen: Installation): World {
  const demo = demoOf(platen);
  const [site] = demo.sites;
  if (!site) throw new Error('The demo has no site.');
  const owner = { customerId: site.customerId, branchId: site.branchId };
  return {
    branches: demo.branches,
    customers: [],
    users: [],
    keys: [],
    sites: [],
    orders: [],
    tickets: [],
    invoices: [],
    devices: [
      {
        ...owner,
        id: '0f0e0d0c-0b0a-8908-a706-050403020100',
        siteId: site.id,
        name: 'Recorded printer',
        serialNumber: 'serial_number',
        equipmentId: null,
        maker: 'Brother',
        model: 'DCP-L3550CDW',
        monitored: true,
        floor: null,
        room: null,
        department: null,
        lastSeenHoursAgo: null,
        status: 'idle',
        errors: [],
        monthlyVolumes: [],
        startMeters: { mono: 0, color: 0 },
        supplies: [],
      },
    ],
    articles: (['cyan', 'magenta', 'yellow', 'black'] as const).map((color, index) => ({
      id: `0f0e0d0c-0b0a-8908-a706-05040302011${index}`,
      branchId: site.branchId,
      partNumber: `TN-243${color[0]?.toUpperCase()}`,
      name: `Toner ${color}`,
      kind: 'toner',
      color,
      models: ['DCP-L3550CDW'],
      yieldImpressions: 1000,
    })),
  };
}
