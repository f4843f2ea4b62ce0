import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Spool } from './spool';

const limits = { maxBytes: 50_000_000, onGivenUp: () => undefined };

/** Runs the writer of test/spool-writer.ts and ends it without warning. @returns the polls whose append came back */
async function writeUntilKilled(folder: string, from: number, afterMs: number): Promise<string[]> {
  const writer = join(__dirname, '../../test/spool-writer.ts');
  const args = ['-r', '@swc-node/register', writer, folder, String(from)];
  const child = spawn(process.execPath, ['--conditions=@platen/source', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  const exited = once(child, 'exit');
  await once(child.stdout, 'data');
  await sleep(afterMs);
  child.kill('SIGKILL');
  const [, signal] = await exited;
  expect(signal).toBe('SIGKILL');
  return said.split('\n').slice(0, -1);
}

test('a process killed while it writes loses no poll that it acknowledged, and none is there twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  try {
    const acknowledged: string[] = [];
    for (let run = 0; run < 3; run++)
      acknowledged.push(...(await writeUntilKilled(folder, run * 1_000_000, 40 + run * 35)));
    const spool = await Spool.open(folder, limits);
    const found: string[] = [];
    const keys = new Set<string>();
    for (let batch = await spool.next(); batch !== null; batch = await spool.next()) {
      expect(keys.has(batch.idempotencyKey)).toBe(false);
      keys.add(batch.idempotencyKey);
      found.push(...batch.polls.map(({ address }) => address));
      await spool.accept(batch);
    }
    await spool.close();
    expect(acknowledged.length).toBeGreaterThan(3);
    expect(new Set(found).size).toBe(found.length);
    expect(acknowledged.filter((address) => !found.includes(address))).toEqual([]);
    // at most the one poll of each run that was on the disk before its writer could say so
    expect(found.length - acknowledged.length).toBeLessThanOrEqual(3);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
