import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** True when Debian's agent is installed; suites that need it say so and skip when it is not. */
export const hasSnmpd = spawnSync('snmpd', ['-v'], { stdio: 'ignore' }).error === undefined;

/** Starts Debian's agent on a free port of the loopback: a computer as any other, with Host Resources and no Printer MIB. */
export async function startSnmpd(community: string): Promise<{ port: number; stop(): Promise<void> }> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  const folder = mkdtempSync(join(tmpdir(), 'platen-snmpd-'));
  writeFileSync(
    join(folder, 'snmpd.conf'),
    `rocommunity ${community} 127.0.0.1\nagentaddress udp:127.0.0.1:${port}\n`,
  );
  const args = ['-f', '-Lo', '-C', '-c', join(folder, 'snmpd.conf'), '-p', join(folder, 'pid')];
  const child = spawn('snmpd', args, {
    stdio: 'ignore',
    env: { ...process.env, SNMP_PERSISTENT_DIR: folder },
  });
  const exited = once(child, 'exit');
  await sleep(1500); // it says nothing when it is ready
  return {
    port,
    stop: async () => {
      child.kill();
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
