import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { SESSION_COOKIE } from '../gateway/contender';
import { openInstallation } from '../gateway/installation';
import { operations } from '../gateway/operations';
import type { Goal } from '../harness/bench';
import { serve } from '../harness/serve';
import { percentile } from '../harness/statistics';
import { type Flood, flood } from './flood';

/** People at work while strangers try to sign in, each with a session and pauses to read. */
const PEOPLE = 4;
const READS_MS = 50;

/** What was seen of one kind of request, quiet or flooded. */
export interface SigninRow {
  readonly op: 'livez' | 'dashboard';
  readonly state: 'quiet' | 'flooded';
  readonly count: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/** The outcome as programs read it. */
export interface SigninReport {
  readonly bench: 'signin';
  readonly rows: readonly SigninRow[];
  readonly flood: Flood;
  readonly ratios: Readonly<Record<string, number>>;
  readonly goals: Readonly<Record<string, number>>;
  readonly met: boolean;
}

const goals: Readonly<Record<string, Goal>> = {
  dashboard_p95_flooded_over_quiet: { bound: 2, better: 'lower' },
  livez_max_flooded_ms: { bound: 500, better: 'lower' },
};

/**
 * What a flood of sign-ins costs everybody else: the built web process, a hundred sign-ins of strangers at a time,
 * each from an address and with a name of its own so that every one of them reaches the hash or its queue.
 */
export async function run(
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
  say: (line: string) => void,
): Promise<SigninReport> {
  const installation = await openInstallation(PEOPLE);
  const env = { ...installation.env, TRUSTED_PROXY: '127.0.0.1' };
  const server = await serve({ name: 'platen', script: join(__dirname, '../gateway/platen.ts'), env });
  const pool = new Pool(server.url, { connections: 128, pipelining: 1 });
  try {
    const seen = new Map<string, number[]>();
    const look = (state: string | null) =>
      watch(pool, installation.sessionTokens, seconds, (op, ms) => {
        if (state) seen.set(`${op} ${state}`, [...(seen.get(`${op} ${state}`) ?? []), ms]);
      });
    say('warm-up');
    await look(null);
    let total: Flood = { waves: 0, wrong: 0, refused: 0 };
    for (let round = 1; round <= rounds; round++) {
      say(`round ${round} of ${rounds}: quiet, then flooded`);
      await look('quiet');
      const over = new AbortController();
      const flooding = flood(pool, over.signal);
      await look('flooded');
      over.abort();
      const { waves, wrong, refused } = await flooding;
      total = { waves: total.waves + waves, wrong: total.wrong + wrong, refused: total.refused + refused };
    }
    return report(seen, total);
  } finally {
    await pool.destroy();
    await server.stop();
    await installation.stop();
  }
}

async function watch(
  pool: Pool,
  tokens: readonly string[],
  seconds: number,
  saw: (op: SigninRow['op'], ms: number) => void,
): Promise<void> {
  const until = performance.now() + seconds * 1000;
  const dashboard = operations.find(({ name }) => name === 'dashboard')?.body ?? '';
  const often = async (op: SigninRow['op'], ask: () => Promise<void>) => {
    while (performance.now() < until) {
      const asked = performance.now();
      await ask();
      saw(op, performance.now() - asked);
      await pause(READS_MS);
    }
  };
  await Promise.all([
    often('livez', () => expectOk(pool, '/livez', 'GET')),
    ...tokens.map((token) =>
      often('dashboard', () =>
        expectOk(pool, '/graphql', 'POST', dashboard, { cookie: `${SESSION_COOKIE}=${token}` }),
      ),
    ),
  ]);
}

/** A wrong answer makes the figures worthless, so it ends the run. */
async function expectOk(
  pool: Pool,
  path: string,
  method: 'GET' | 'POST',
  body?: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await pool.request({ path, method, body, headers: { ...type, ...headers } });
  const text = await answer.body.text();
  if (answer.statusCode !== 200 || text.includes('"errors":'))
    throw new Error(`${path}: ${answer.statusCode} ${text.slice(0, 300)}`);
}

function report(seen: ReadonlyMap<string, number[]>, total: Flood): SigninReport {
  const rows = [...seen].map(([key, values]): SigninRow => {
    const [op, state] = key.split(' ') as [SigninRow['op'], SigninRow['state']];
    const of = (share: number) => Number(percentile(values, share).toFixed(1));
    return { op, state, count: values.length, p50Ms: of(0.5), p95Ms: of(0.95), maxMs: of(1) };
  });
  const find = (op: SigninRow['op'], state: SigninRow['state']) =>
    rows.find((row) => row.op === op && row.state === state);
  const ratio = (op: SigninRow['op']) =>
    (find(op, 'flooded')?.p95Ms ?? Number.NaN) / (find(op, 'quiet')?.p95Ms ?? Number.NaN);
  const ratios = {
    dashboard_p95_flooded_over_quiet: Number(ratio('dashboard').toFixed(2)),
    livez_max_flooded_ms: find('livez', 'flooded')?.maxMs ?? Number.NaN,
  };
  const met = Object.entries(ratios).every(([key, value]) => value < (goals[key]?.bound ?? Number.NaN));
  const bounds = Object.fromEntries(Object.entries(goals).map(([key, { bound }]) => [key, bound]));
  return { bench: 'signin', rows, flood: total, ratios, goals: bounds, met };
}
