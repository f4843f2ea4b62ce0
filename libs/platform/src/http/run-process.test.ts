import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const script = join(__dirname, '..', '..', 'test', 'stoppable-process.ts');

/** Runs the process until it says it stands, does something to it, and returns how it ended and what it said. */
async function endOf(kind: string, act: (kill: (signal: NodeJS.Signals) => void) => void) {
  const child = spawn(
    process.execPath,
    ['--conditions=@platen/source', '--require', '@swc-node/register', script, kind],
    {
      cwd: join(__dirname, '..', '..', '..', '..'),
    },
  );
  let said = '';
  child.stderr.resume();
  const stands = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('stands')) resolve();
    });
  });
  const exited = once(child, 'exit');
  await Promise.race([stands, exited]);
  act((signal) => child.kill(signal));
  const [code] = await exited;
  return { code, said };
}

describe('C56 a process', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('stops cleanly at %s', async (signal) => {
    const { code, said } = await endOf('calm', (kill) => kill(signal));
    expect([code, said.includes('stopped cleanly')]).toEqual([0, true]);
  });

  test('ends with 1 and a line in the log when a promise is rejected and nobody caught it', async () => {
    const { code, said } = await endOf('rejecting', () => {});
    expect([code, said.includes('a promise was rejected and nobody caught it')]).toEqual([1, true]);
  });

  test('ends with 1 when it cannot start', async () => {
    const { code, said } = await endOf('failing', () => {});
    expect([code, said.includes('could not start')]).toEqual([1, true]);
  });
});
