import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock } from '@platen/kernel';
import { type PrinterSimulator, startPrinterSimulator } from '@platen/testing';
import { runCollector } from './run-collector';

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
/** what the gateway says to each upload in turn; the last one stays */
let answers: { status: number; body: unknown }[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'collector-'));
  uploads = [];
  const identity = { serialNumber: 'SIM0002', name: 'desk', location: 'First floor', community: 'hush' };
  printer = await startPrinterSimulator({ port: 0, model: 'mono-laser', pagesPerDay: 0, clock, ...identity });
  gateway = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => {
      text += part.toString();
    });
    request.on('end', () => {
      uploads.push({ authorization: request.headers.authorization, input: JSON.parse(text).variables.input });
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
async function runUntil(message: string): Promise<string[]> {
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
  };
  const log = (_: string, text: string, facts?: object) => {
    messages.push(`${text} ${JSON.stringify(facts)}`);
    if (text === message) stop.abort();
  };
  await runCollector(settings, { signal: stop.signal, clock, log });
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
