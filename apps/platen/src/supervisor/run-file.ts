import { existsSync, readFileSync } from 'node:fs';
import type { DataDirectory } from './data-directory';

/** Addresses and process ids of an installation, kept as `run.json` in its data folder. */
export interface RunFile {
  readonly startedAt: string;
  readonly topology: 'single' | 'distributed';
  readonly addresses: { readonly portal: string; readonly graphql: string; readonly mailbox: string | null };
  readonly pids: Readonly<Record<string, number>>;
  /** loopback addresses for `platen doctor`; null where the environment names them */
  readonly internal: {
    readonly database: string | null;
    readonly smtp: string | null;
    readonly subgraphs: Readonly<Record<string, string>>;
  };
}

const NAME = 'run.json';

export function readRunFile(data: DataDirectory): RunFile | null {
  return data.readJson<RunFile>(NAME);
}

export function writeRunFile(data: DataDirectory, run: RunFile): void {
  data.writeJson(NAME, run);
}

/** Whether the start command that wrote this file is alive; another program that got its id since does not count. */
export function runs(run: RunFile): boolean {
  const pid = run.pids.launcher;
  if (pid === undefined || pid === process.pid || !isAlive(pid)) return false;
  const command = `/proc/${pid}/cmdline`;
  return !existsSync(command) || readFileSync(command, 'utf8').includes('platen');
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
