import 'reflect-metadata';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '@platen/contracts';
import { systemClock } from '@platen/kernel';
import { type PrinterSimulator, startPrinterSimulator } from '@platen/testing/printer-simulator';
import { Client } from 'pg';
import { idOf } from '../src/demo/world/ids';
import { freePort } from '../src/supervisor/free-port';
import { type Installation, elena, forget, startInstallation, until } from './installation';
import { demoOf, loadMore } from './load-more';

const program = join(__dirname, '../../collector/dist/main.js');
const PRINTERS = 12;
/** Addresses of the loopback network that nothing else uses; the last two stay silent. */
const addressOf = (at: number) => `127.77.5.${at + 1}`;
const range = `${addressOf(0)}-${addressOf(PRINTERS + 1)}`;

const state = mkdtempSync(join(tmpdir(), 'platen-collector-'));
const spool = join(state, 'spool');
const printers: PrinterSimulator[] = [];
let platen: Installation;
let cookie: string;
let pagePort: number;
let snmpPort: number;
let running: Run | undefined;

/** A collector as an operator starts it, and what it said. */
interface Run {
  readonly child: ChildProcess;
  said(message: string): { readonly address?: string; readonly polls?: number }[];
  output(): string;
  end(signal: NodeJS.Signals): Promise<void>;
}

beforeAll(async () => {
  platen = await startInstallation();
  cookie = await platen.signIn(elena);
  pagePort = await freePort();
  for (let at = 0; at < PRINTERS; at++) {
    const printer = await startPrinterSimulator({
      ...{ address: addressOf(at), port: snmpPort ?? 0, community: 'thread', model: 'mono-laser' },
      ...{ serialNumber: `THREAD-${at}`, name: `thread ${at}`, location: 'Cellar', supplies: {} },
      ...{ totalImpressions: 5000 + at, colorImpressions: 0, pagesPerDay: 0, clock: systemClock },
    });
    snmpPort = printer.port;
    printers.push(printer);
  }
  await loadMore(platen, machines());
});
afterAll(async () => {
  await running?.end('SIGKILL');
  await Promise.all(printers.map((printer) => printer.stop()));
  rmSync(state, { recursive: true, force: true });
  if (!platen) return;
  await forget(platen);
});

test('a collector goes the whole way: code, search, kills, every poll once, revoked', async () => {
  const siteId = demoOf(platen).sites.find((site) => site.customerId === rossi())?.id;
  const input = {
    ...{ idempotencyKey: 'thread-of-a-collector', name: 'Cellar', siteId, ranges: [range] },
    ...{ excludeAddresses: [], excludeModels: [], excludeSerials: [], intervalSeconds: 300 },
  };
  const made = await asked(
    'mutation C($input: CreateCollectorInput!) { createCollector(input: $input) { ... on CreateCollectorSuccess { collector { id } } ... on UserError { message } } }',
    { input },
  );
  const { id } = (made.createCollector as { collector: { id: string } }).collector;
  const code = await until('the code', async () => {
    const data = await asked(
      'mutation I($input: IssueCollectorCodeInput!) { issueCollectorCode(input: $input) { ... on IssueCollectorCodeSuccess { code } ... on UserError { problem: message } } }',
      { input: { collectorId: id } },
    );
    const told = data.issueCollectorCode as { code?: string };
    return told.code;
  });

  expect(code).toMatch(/^([0-9A-Z]{4}-){2}[0-9A-Z]{4}$/);
  const enrolling = start('enrol', '--url', platen.url, '--code', code);
  await once(enrolling.child, 'exit');
  expect(enrolling.output()).toContain('This is now the collector "Cellar"');
  expect(statSync(join(state, 'enrolment.json')).mode & 0o777).toBe(0o600);

  // Two kills without warning: one while it reads, one while it reads and hands in what the first one left.
  const polled = new Map<string, number>();
  const waiting = new Set<string>();
  for (const moment of [3, 5]) {
    running = start();
    await until(`${moment} polls`, () => (running?.said('polled').length ?? 0) >= moment);
    await running.end('SIGKILL');
    count(polled, running);
    for (const poll of pollsOnDisk()) waiting.add(poll);
  }
  expect(waiting.size).toBeGreaterThanOrEqual(3);
  running = start();
  const online = await until('an online collector that hands in its round', async () => {
    const data = await asked(
      'query C($id: ID!) { collector(id: $id) { state lastReportAt access { state } report { devicesReached devicesFailed spoolBytes coverage { range addresses asked printers } } } }',
      { id },
    );
    const collector = data.collector as Told;
    return collector.report && pollsOnDisk().length === 0 ? collector : null;
  });
  expect(online).toMatchObject({ state: 'ONLINE', access: { state: 'ENROLLED' } });
  expect(online.report).toMatchObject({ devicesReached: PRINTERS, devicesFailed: 0 });
  expect(online.report?.coverage).toEqual([
    { range, addresses: PRINTERS + 2, asked: PRINTERS + 2, printers: PRINTERS },
  ]);
  count(polled, running);

  // In terms of the fleet: what lay on the disk is there once, and no machine has more readings than it was read.
  const readings = await readingsOfFleet();
  expect([...waiting].filter((poll) => !readings.includes(poll))).toEqual([]);
  expect(new Set(readings).size).toBe(readings.length);
  for (const [address, times] of polled) {
    const known = readings.filter((reading) => reading.startsWith(`${address} `)).length;
    expect(known).toBeGreaterThanOrEqual(times);
    expect(known).toBeLessThanOrEqual(times + 2); // on the disk, and killed before it could say so
  }
  expect(polled.size).toBe(PRINTERS);

  // Killed once more with polls on its disk, then its access is revoked.
  await running.end('SIGKILL');
  running = start();
  await until('polls that wait', () => (running?.said('polled').length ?? 0) >= 2);
  await running.end('SIGKILL');
  const kept = pollsOnDisk();
  expect(kept.length).toBeGreaterThanOrEqual(2);
  await asked('mutation R($input: RevokeCollectorInput!) { revokeCollector(input: $input) { __typename } }', {
    input: { collectorId: id },
  });
  running = start();
  await until('the word in the log', () =>
    running?.output().includes('the key of this collector is not valid'),
  );
  const page = await (await fetch(`http://127.0.0.1:${pagePort}/`)).text();
  expect(page).toContain('The key of this collector was taken away. Nothing is read or sent');
  await until('an attempt to hand in', () => running?.output().includes('gateway has not taken a batch'));
  expect(running.said('polled')).toEqual([]);
  expect(pollsOnDisk()).toEqual(kept);
  expect((await readingsOfFleet()).length).toBe(readings.length);
  expect(running.output()).not.toContain('ptn_');
  await running.end('SIGTERM');
  expect(pollsOnDisk()).toEqual(kept);
});

test("the demo's three collectors are online with a round", async () => {
  const counts = await until('three rounds', async () => {
    const rows = await sql<{ name: string; reached: number }>(
      `select name, (report ->> 'devicesReached')::int as reached from fleet.collector
       where last_report_at is not null and name <> 'Cellar' order by name`,
    );
    return rows.length === 3 ? rows : null;
  });
  expect(counts.every(({ reached }) => reached > 0)).toBe(true);
  const { collectors } = await asked('{ collectors { edges { node { name state } } } }', {});
  const { edges } = collectors as { edges: { node: { name: string; state: string } }[] };
  expect(edges.filter(({ node }) => node.name !== 'Cellar').map(({ node }) => node.state)).toEqual([
    'ONLINE',
  ]);
});

interface Told {
  readonly state: string;
  readonly report: { readonly devicesReached: number; readonly coverage: unknown } | null;
}

function start(...args: string[]): Run {
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      ...{ PATH: process.env.PATH, COLLECTOR_STATE_DIR: state, COLLECTOR_COMMUNITIES: 'thread' },
      ...{ COLLECTOR_SNMP_PORT: String(snmpPort), COLLECTOR_TIMEOUT_MS: '300', COLLECTOR_CONCURRENCY: '1' },
      PORT: String(pagePort),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (text += part.toString()));
  const exited = once(child, 'close');
  return {
    child,
    output: () => text,
    said: (message) =>
      text
        .split('\n')
        .slice(0, -1)
        .flatMap((line) => (line.includes(`"msg":"${message}"`) ? (JSON.parse(line) as object) : [])),
    end: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
}

function count(polled: Map<string, number>, run: Run): void {
  for (const { address = '' } of run.said('polled')) polled.set(address, (polled.get(address) ?? 0) + 1);
}

/** `address instant` of each poll whose line is whole. */
function pollsOnDisk(): string[] {
  return readdirSync(spool)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(spool, name), 'utf8').split('\n').slice(0, -1))
    .map((line) => JSON.parse(line) as { address: string; polledAt: string })
    .map(({ address, polledAt }) => `${address} ${polledAt}`);
}

/** The same of each total that fleet has of these machines. */
async function readingsOfFleet(): Promise<string[]> {
  const rows = await sql<{ serial: string; at: Date }>(
    `select d.serial_number as serial, r.read_at as at from fleet.meter_read r join fleet.meter m on m.id = r.meter_id
     join fleet.device d on d.id = m.device_id where d.serial_number like 'THREAD-%' and m.kind = 'total'`,
  );
  const known = new Map(printers.map(({ address, port }, at) => [`THREAD-${at}`, `${address}:${port}`]));
  return rows.map(({ serial, at }) => `${known.get(serial)} ${at.toISOString()}`).sort();
}

async function sql<Row extends object>(text: string): Promise<Row[]> {
  const client = new Client({ connectionString: platen.run().internal.database ?? '' });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

async function asked(query: string, variables: unknown): Promise<Record<string, unknown>> {
  const { data, text } = await platen.ask(query, variables, { cookie });
  if (!data) throw new Error(text);
  return data;
}

function rossi(): string {
  const key = platen.collectorKey('rossi');
  return demoOf(platen).keys.find((one) => one.key === key)?.customerId ?? '';
}

/** The simulated printers as machines of the demo's customer. */
function machines(): World {
  const demo = demoOf(platen);
  const site = demo.sites.find(({ customerId }) => customerId === rossi());
  if (!site) throw new Error('The demo has no site.');
  const { customerId, branchId, id: siteId } = site;
  const none = { customers: [], users: [], keys: [], sites: [], orders: [], tickets: [], invoices: [] };
  return {
    ...{ ...none, branches: demo.branches, articles: [] },
    devices: printers.map((_, at) => ({
      ...{ id: idOf(`thread ${at}`), customerId, branchId, siteId, name: `Thread ${at}` },
      ...{ serialNumber: `THREAD-${at}`, equipmentId: null, maker: 'HP', model: 'LaserJet', monitored: true },
      ...{ floor: null, room: null, department: null, lastSeenHoursAgo: null, status: 'idle', errors: [] },
      ...{ monthlyVolumes: [], startMeters: { mono: 0, color: 0 }, supplies: [] },
    })),
  };
}
