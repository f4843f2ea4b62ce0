import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Recordings of real printers, beside the repository where they are available. */
export const devicesFolder = resolve(__dirname, '../../../../shared/data/devices');

/** True when the recordings are here; suites that need them say so and skip when they are not. */
export const hasRecordings = existsSync(join(devicesFolder, 'serve.mjs'));

/** A replay server in a process of its own: it is an ES module, which Jest cannot load as one. */
export interface Replay {
  port: number;
  stop(): Promise<void>;
}

/** Serves all recordings on a free UDP port of the loopback; the community selects the recording. */
export function startReplay(dropEvery = 0): Promise<Replay> {
  return start(['serve.mjs', '--dir', 'snmp', '--port', '0', '--drop-every', String(dropEvery)]);
}

/** Serves all IPP recordings on a free TCP port of the loopback; the path selects the recording. */
export function startIppReplay(): Promise<Replay> {
  return start(['serve-ipp.mjs', '--dir', 'ipp', '--port', '0']);
}

function start(args: readonly string[]): Promise<Replay> {
  const child = spawn(process.execPath, args, { cwd: devicesFolder, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`replay server ended with ${code}`)));
    child.stdout.once('data', (line: Buffer) => {
      const port = Number(/port (\d+)/.exec(line.toString())?.[1]);
      const stop = () => (child.kill(), exited);
      done({ port, stop });
    });
  });
}
