import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { devicesFolder } from './replay';

/** True when Debian's simulator is installed; suites that need it say so and skip when it is not. */
export const hasSnmpsim = spawnSync('snmpsimd', ['--version'], { stdio: 'ignore' }).error === undefined;

/** Who may ask the simulator. */
export interface SimulatedUser {
  readonly name: string;
  readonly authProtocol: 'SHA256' | 'SHA';
  readonly authKey: string;
  readonly privProtocol: 'AES' | 'AES256BLMT';
  readonly privKey: string;
}

/** A foreign SNMP v3 engine that plays all recordings; the context name says which. */
export interface Snmpsim {
  port: number;
  stop(): Promise<void>;
}

/** Starts the simulator and waits until it answers; its first start builds an index of the recordings. */
export async function startSnmpsim(user: SimulatedUser): Promise<Snmpsim> {
  const port = await freePort();
  const cache = mkdtempSync(join(tmpdir(), 'platen-snmpsim-'));
  const child = spawn(
    'snmpsimd',
    [
      `--data-dir=${join(devicesFolder, 'snmp')}`,
      `--cache-dir=${cache}`,
      `--agent-udpv4-endpoint=127.0.0.1:${port}`,
      `--process-user=${userInfo().username}`,
      `--process-group=${userInfo().username}`,
      '--logging-method=stderr',
      `--v3-user=${user.name}`,
      `--v3-auth-proto=${user.authProtocol}`,
      `--v3-auth-key=${user.authKey}`,
      `--v3-priv-proto=${user.privProtocol}`,
      `--v3-priv-key=${user.privKey}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((ready, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`snmpsimd ended with ${code}`)));
    child.stderr.on('data', (text: Buffer) => /Listening at/.test(text.toString()) && ready());
  });
  return {
    port,
    stop: async () => {
      child.kill();
      await exited;
      rmSync(cache, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}
