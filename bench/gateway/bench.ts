import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Goal, Row } from '../harness/bench';
import { SESSION_COOKIE } from './contender';
import { openInstallation } from './installation';
import { operations } from './operations';

/** Requests under way at once, each with a session of its own. */
const CONNECTIONS = 16;

const scripts = {
  floor: 'floor.ts',
  platen: 'platen.ts',
  'apollo-gateway': 'apollo-gateway.ts',
  'hive-http': 'hive-http.ts',
} as const;

const goals: Readonly<Record<string, Goal>> = {
  dashboard_cpu_platen_over_apollo_gateway: { bound: 0.35, better: 'lower' },
};

/** What the gateway costs in the web process, everything on, against a floor and two peers on one database. */
export async function open(): Promise<Bench> {
  installPeers();
  const installation = await openInstallation(CONNECTIONS);
  const env = { ...installation.env, APOLLO_TELEMETRY_DISABLED: '1' };
  return {
    contenders: Object.entries(scripts).map(([name, file]) => ({ name, script: join(__dirname, file), env })),
    operations,
    headers: installation.sessionTokens.map((token) => ({ cookie: `${SESSION_COOKIE}=${token}` })),
    path: '/graphql',
    ratios,
    goals,
    stop: () => installation.stop(),
  };
}

function ratios(rows: readonly Row[]): Record<string, number> {
  const cpu = (contender: keyof typeof scripts, op: string) =>
    rows.find((row) => row.contender === contender && row.op === op)?.cpuMsPerOp ?? Number.NaN;
  return Object.fromEntries(
    operations.flatMap(({ name: op }) => [
      [`${op}_cpu_platen_over_apollo_gateway`, cpu('platen', op) / cpu('apollo-gateway', op)],
      [`${op}_cpu_platen_over_hive_http`, cpu('platen', op) / cpu('hive-http', op)],
      [`${op}_floor_over_platen`, cpu('floor', op) / cpu('platen', op)],
    ]),
  );
}

/** The peers have a lock file of their own: they are no part of the product, some not even open source. */
function installPeers(): void {
  const folder = join(__dirname, '..', 'peers');
  if (existsSync(join(folder, 'node_modules', '@apollo', 'gateway'))) return;
  execFileSync('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
