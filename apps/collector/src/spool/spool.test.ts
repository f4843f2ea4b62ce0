import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSpooledPoll } from '../../test/polls';
import { Spool } from './spool';

let folder: string;
const givenUp: string[] = [];
const opened: Spool[] = [];
const limits = { maxBytes: 1_000_000, onGivenUp: (name: string) => givenUp.push(name) };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spool-'));
  givenUp.length = 0;
});
afterEach(async () => {
  for (const spool of opened.splice(0)) await spool.close();
  rmSync(folder, { recursive: true });
});

/** Opens the spool as a new process would, without closing what the old one left open. */
async function openSpool(maxBytes = limits.maxBytes): Promise<Spool> {
  const spool = await Spool.open(folder, { ...limits, maxBytes });
  opened.push(spool);
  return spool;
}

const files = () => readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

test('a batch keeps its polls and its key over attempts and restarts, and later polls go elsewhere', async () => {
  const spool = await openSpool();
  await spool.append(buildSpooledPoll('192.0.2.1'));
  await spool.append(buildSpooledPoll('192.0.2.2'));
  const first = await spool.next();
  await spool.append(buildSpooledPoll('192.0.2.3'));
  expect(await spool.next()).toEqual(first);
  const restarted = await openSpool();
  await restarted.append(buildSpooledPoll('192.0.2.4'));
  expect(await restarted.next()).toEqual(first);
  expect(first?.polls.map((poll) => poll.address)).toEqual(['192.0.2.1', '192.0.2.2']);
});

test('what a killed process was still writing is ignored, the polls before it are sent', async () => {
  const spool = await openSpool();
  await spool.append(buildSpooledPoll('192.0.2.1'));
  appendFileSync(join(folder, files()[0] ?? ''), '{"polledAt":"2026-03-01T0');
  const restarted = await openSpool();
  expect((await restarted.next())?.polls).toEqual([buildSpooledPoll('192.0.2.1')]);
});

test('an accepted batch is deleted, a rejected one is kept with its reason', async () => {
  const spool = await openSpool();
  await spool.append(buildSpooledPoll('192.0.2.1'));
  const accepted = await spool.next();
  if (accepted === null) throw new Error('no batch');
  await spool.accept(accepted);
  expect(files()).toEqual([]);
  await spool.append(buildSpooledPoll('192.0.2.2'));
  const rejected = await spool.next();
  if (rejected === null) throw new Error('no batch');
  await spool.reject(rejected, 'HTTP 400: no');
  expect(await spool.next()).toBeNull();
  const kept = join(folder, 'dead-letter', rejected.name);
  expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual(buildSpooledPoll('192.0.2.2'));
  expect(readFileSync(`${kept}.reason.txt`, 'utf8')).toBe('HTTP 400: no\n');
});

test('one batch holds at most 250 polls and 1000 meter reads, as the upload allows', async () => {
  const spool = await openSpool();
  const meters = Array.from({ length: 11 }, (_, i) => ({
    kind: `kind_${i}`,
    value: i,
    unit: 'other' as const,
    source: 'vendor' as const,
  }));
  for (let i = 0; i < 91; i++) await spool.append(buildSpooledPoll(`device ${i}`, { meters }));
  expect((await spool.next())?.polls).toHaveLength(90);
});

test('a full spool gives up its oldest batches and says so', async () => {
  const bytes = Buffer.byteLength(JSON.stringify(buildSpooledPoll('1'))) + 1;
  const spool = await openSpool(3 * bytes);
  for (const address of ['1', '2', '3', '4']) {
    await spool.append(buildSpooledPoll(address));
    await spool.next(new Set(files())); // closes the file
  }
  expect(givenUp).toHaveLength(1);
  expect((await spool.next())?.polls[0]?.address).toBe('2');
});
