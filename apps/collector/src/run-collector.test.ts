import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock } from '@platen/kernel';
import { type PrinterSimulator, startPrinterSimulator } from '@platen/testing';
import { signedText } from './release/release';
import { runCollector } from './run-collector';
import { pageOf } from './self-check/page';
import { CollectorStatus } from './status';
import { Community } from './snmp/credentials';

const clock = fixedClock('2026-03-01T08:00:00Z');
const success = { data: { recordPolls: { __typename: 'RecordPollsSuccess', acceptedReads: 3 } } };

interface Upload {
  authorization: string | undefined;
  input: {
    idempotencyKey: string;
    polls: Record<string, unknown[]>;
    supplyLevels: Record<string, unknown[]>;
  };
}

let printer: PrinterSimulator;
let folder: string;
let gateway: Server;
let uploads: Upload[];
let reports: Record<string, unknown>[];
/** what the portal says; null: it does not know this collector */
let orders: Record<string, unknown> | null;
let release: object | null;
let isRevoked: boolean;
let status: CollectorStatus;
/** what the gateway says to each upload in turn; the last one stays */
let answers: { status: number; body: unknown }[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'collector-'));
  uploads = [];
  reports = [];
  orders = null;
  release = null;
  isRevoked = false;
  status = new CollectorStatus();
  const identity = { serialNumber: 'SIM0002', name: 'desk', location: 'First floor', community: 'hush' };
  printer = await startPrinterSimulator({ port: 0, model: 'mono-laser', pagesPerDay: 0, clock, ...identity });
  gateway = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => {
      text += part.toString();
    });
    request.on('end', () => {
      const { operationName, variables } = JSON.parse(text);
      if (operationName === 'CollectorSettings') {
        if (isRevoked) return void response.writeHead(401).end('{}');
        return void response.writeHead(200).end(JSON.stringify({ data: { collectorSettings: orders } }));
      }
      if (operationName === 'CollectorRelease')
        return void response.writeHead(200).end(JSON.stringify({ data: { collectorRelease: release } }));
      if (operationName === 'ReportCollector') {
        reports.push(variables.input);
        return void response.writeHead(200).end(JSON.stringify({ data: { reportCollector: {} } }));
      }
      uploads.push({ authorization: request.headers.authorization, input: variables.input });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      response.writeHead(answer?.status ?? 500).end(JSON.stringify(answer?.body));
    });
  });
  await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  await printer.stop();
  await new Promise((done) => gateway.close(done));
  rmSync(folder, { recursive: true });
});

/** Runs one round of polling and stops when the log says a word. */
async function runUntil(message: string, more: object = {}): Promise<string[]> {
  const stop = new AbortController();
  const messages: string[] = [];
  const settings = {
    url: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`,
    key: 'collector-key',
    targets: [printer.url],
    spoolDirectory: folder,
    intervalSeconds: 3600,
    timeoutMs: 500,
    backoffMs: { first: 5, longest: 20 },
    ...more,
  };
  const log = (_: string, text: string, facts?: object) => {
    messages.push(`${text} ${JSON.stringify(facts)}`);
    if (text === message) stop.abort();
  };
  await runCollector(settings, { signal: stop.signal, clock, log, status });
  return messages;
}

const spooled = () => readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

test('an absent gateway only delays: the same polls arrive under the same key, then leave the disk', async () => {
  answers = [
    { status: 503, body: {} },
    { status: 401, body: {} },
    { status: 200, body: success },
  ];
  const messages = await runUntil('batch taken');
  expect(uploads).toHaveLength(3);
  expect(new Set(uploads.map((upload) => JSON.stringify(upload))).size).toBe(1);
  expect(uploads[0]?.authorization).toBe('Bearer collector-key');
  expect(uploads[0]?.input.polls).toMatchObject({
    polledAt: ['2026-03-01T08:00:00.000Z'],
    address: [`127.0.0.1:${printer.port}`],
    serialNumber: ['SIM0002'],
    status: ['IDLE'],
  });
  expect(uploads[0]?.input.supplyLevels).toMatchObject({
    slot: ['1.1', '1.2'],
    kind: ['TONER', 'DRUM'],
    color: ['BLACK', 'NONE'],
    class: ['CONSUMED', 'CONSUMED'],
    levelState: ['PERCENT', 'PERCENT'],
    levelPercent: [100, 100],
  });
  expect(spooled()).toEqual([]);
  expect(messages.join()).not.toMatch(/hush|collector-key/);
});

test('a rejected batch goes to the dead letters and does not stand in the way', async () => {
  answers = [{ status: 400, body: { errors: [{ message: 'no such field' }] } }];
  await runUntil('batch rejected, kept in dead-letter');
  expect(uploads).toHaveLength(1);
  expect(spooled()).toEqual([]);
  expect(readdirSync(join(folder, 'dead-letter'))).toHaveLength(2);
});

test('what was not sent before the end is sent by the next run, under the same key', async () => {
  answers = [{ status: 500, body: {} }];
  await runUntil('gateway has not taken a batch');
  const [before] = uploads;
  answers = [{ status: 200, body: success }];
  await runUntil('batch taken');
  expect(uploads.at(-1)?.input).toEqual(before?.input);
});

const settingsOfPortal = {
  ...{ name: 'Cellar', ranges: [], excludeAddresses: [], excludeModels: [], excludeSerials: [] },
  ...{ intervalSeconds: 3600, serverTime: clock.now().toISOString() },
};

test('a round is reported: what was read, what failed and why, and no secret', async () => {
  answers = [{ status: 200, body: success }];
  orders = settingsOfPortal;
  const silent = 'udp://127.0.0.1:9?community=hush2';
  const lines = await runUntil('batch taken', { targets: [printer.url, silent], timeoutMs: 50, retries: 0 });
  await untilReported();
  expect(reports).toMatchObject([
    {
      version: status.version,
      clock: '2026-03-01T08:00:00.000Z',
      devicesReached: 1,
      failures: [{ address: '127.0.0.1:9', reason: 'SILENT' }],
      packets: 0,
      coverage: [],
    },
  ]);
  expect(reports[0]?.requests).toBeGreaterThan(0);
  const page = pageOf(status, clock.now(), null);
  expect(page).toContain('SIM0002');
  expect(page).toContain('does not answer');
  expect(lines.join() + page + JSON.stringify(reports)).not.toMatch(/hush|collector-key/);
});

const untilReported = async (rounds = 1) => {
  for (let i = 0; i < 100 && reports.length < rounds; i++) await new Promise((done) => setTimeout(done, 10));
};

test("an interval in the machine's own settings holds instead of the portal's", async () => {
  orders = settingsOfPortal;
  const stop = new AbortController();
  const settings = {
    url: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`,
    key: 'collector-key',
    targets: [],
    spoolDirectory: folder,
    intervalSeconds: 0.02,
  };
  const running = runCollector(settings, { signal: stop.signal, clock, log: () => undefined, status });
  await untilReported(3);
  stop.abort();
  await running;
  expect(reports.length).toBeGreaterThanOrEqual(3);
});

test('a machine is found in a range of the portal, read and reported; one left alone by its serial is not', async () => {
  answers = [{ status: 200, body: success }];
  orders = { ...settingsOfPortal, ranges: ['127.0.0.1'] };
  const own = {
    targets: [],
    snmpPort: printer.port,
    ippPort: 9,
    credentials: [new Community('wrong'), new Community('hush')],
  };
  const lines = await runUntil('batch taken', { ...own, timeoutMs: 60 });
  expect(uploads[0]?.input.polls.serialNumber).toEqual(['SIM0002']);
  expect(status.coverage).toEqual([{ range: '127.0.0.1', addresses: 1, asked: 1, printers: 1, others: 0 }]);
  uploads.length = 0;
  orders = { ...orders, excludeSerials: ['sim0002'] };
  lines.push(...(await runUntil('machine left alone', { ...own, timeoutMs: 60 })));
  expect(uploads).toEqual([]);
  expect(lines.join()).not.toMatch(/hush|wrong/);
});

test('with a key that was taken away nothing is read or sent, the spool stays, and page and log say so', async () => {
  answers = [{ status: 500, body: {} }];
  await runUntil('gateway has not taken a batch');
  const waiting = spooled();
  expect(waiting).toHaveLength(1);
  answers = [{ status: 401, body: {} }];
  uploads.length = 0;
  isRevoked = true;
  const word = 'the key of this collector is not valid any more: nothing is read or sent, the spool is kept';
  const lines = await runUntil(word);
  expect(lines.filter((line) => line.startsWith('polled'))).toEqual([]);
  expect(spooled()).toEqual(waiting);
  expect(status.gateway).toBe('refused');
  expect(pageOf(status, clock.now(), null)).toContain('The key of this collector was taken away');
});

test.each([
  ['ahead', '2026-02-28T08:00:00.000Z'],
  ['behind', '2026-03-02T08:00:00.000Z'],
])("a clock a day %s is told of, and readings are dated by the gateway's", async (_, serverTime) => {
  answers = [{ status: 200, body: success }];
  orders = { ...settingsOfPortal, serverTime };
  const lines = await runUntil('batch taken');
  expect(uploads[0]?.input.polls.polledAt).toEqual([serverTime]);
  expect(lines.some((line) => line.startsWith('the clock of this machine is off'))).toBe(true);
  expect(pageOf(status, clock.now(), null)).toContain('The clock of this machine is off');
});

test('a newer version is told of only where its statement is rightly signed', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const releasePublicKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const statement = {
    version: '9.0.0',
    releasedOn: '2026-02-01',
    notesUrl: 'https://example.org/9',
    sha256: 'ab'.repeat(32),
  };
  const signature = sign(null, Buffer.from(signedText(statement)), privateKey).toString('base64');
  answers = [{ status: 200, body: success }];
  release = { ...statement, signature };
  await runUntil('a newer version is there', { releasePublicKey });
  expect(pageOf(status, clock.now(), null)).toContain('Version 9.0.0 of 2026-02-01');
  for (const wrong of [{ notesUrl: 'https://evil.example/9' }, { version: '9.0.1' }, { signature: 'AAAA' }]) {
    release = { ...statement, signature, ...wrong };
    status = new CollectorStatus();
    await runUntil('a statement about another version is not rightly signed, or not newer', {
      releasePublicKey,
    });
    expect(status.release).toBeNull();
    expect(pageOf(status, clock.now(), null)).not.toContain('9.0.');
  }
});

test.each([
  [{ url: 'http://platen.example' }, 'url: must be https'],
  [{ targets: ['http://printer'] }, 'targets.0: a target is written udp://'],
  [{ key: '' }, 'key: '],
])('wrong settings are refused by name: %j', async (wrong, message) => {
  const settings = {
    url: 'https://platen.example',
    key: 'collector-key',
    targets: [],
    spoolDirectory: folder,
  };
  const run = runCollector({ ...settings, ...wrong }, { signal: AbortSignal.abort() });
  await expect(run).rejects.toThrow(message);
});
