import type { Bench, Measurement, Settings } from './harness/bench';
import { makeReport, table } from './harness/report';
import { runBench } from './harness/run-bench';

/** Every bench by the name it is called with; loaded when it runs. */
const benches: Readonly<Record<string, () => Promise<Servers | Computation>>> = {
  gateway: () => import('./gateway/bench'),
  ingest: () => import('./ingest/bench'),
  list: () => import('./list/bench'),
  replenish: () => import('./replenish/bench'),
  search: () => import('./search/bench'),
};

/** Benches that measure something else than contenders side by side, and report it themselves. */
const ownBenches = {
  reports: () => import('./reports/bench'),
  signin: () => import('./signin/bench'),
} as const;

interface Servers {
  readonly open: () => Promise<Bench>;
}

interface Computation {
  /** @param args  what else was typed */
  readonly measure: (
    settings: Settings,
    say: (line: string) => void,
    args: readonly string[],
  ) => Measurement | Promise<Measurement>;
}

/** `npm run bench -- NAME [--json] [--rounds N] [--seconds N]`; the exit code says whether the goals are met. */
async function main(args: readonly string[]): Promise<void> {
  if (args.includes('signin')) return runSignin(args);
  if (args.includes('reports')) return runReports(args);
  const name = args.find((arg) => arg in benches);
  const load = name === undefined ? undefined : benches[name];
  if (name === undefined || !load) {
    process.stderr.write(`Usage: npm run bench -- NAME [--json] [--rounds N] [--seconds N]\n`);
    process.stderr.write(`Benches: ${Object.keys({ ...benches, ...ownBenches }).join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  const json = args.includes('--json');
  const settings: Settings = {
    rounds: numberAfter(args, '--rounds', 3),
    seconds: numberAfter(args, '--seconds', 3),
    warmUpRequests: numberAfter(args, '--warm-up', 1000),
    warmUpSeconds: 20,
  };
  // Progress goes to the other stream: with --json the output is one object and nothing else.
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const { rows, ratios, goals } = await measured(await load(), settings, say, args);
  const report = makeReport(name, rows, ratios, goals);
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : table(report, goals));
  process.exitCode = report.met ? 0 : 1;
}

async function measured(
  load: Servers | Computation,
  settings: Settings,
  say: (line: string) => void,
  args: readonly string[],
): Promise<Measurement> {
  if ('measure' in load) return load.measure(settings, say, args);
  const bench = await load.open();
  try {
    const rows = await runBench(bench, settings, say);
    return { rows, ratios: bench.ratios(rows), goals: bench.goals };
  } finally {
    await bench.stop();
  }
}

async function runSignin(args: readonly string[]): Promise<void> {
  const { run } = await ownBenches.signin();
  const settings = { rounds: numberAfter(args, '--rounds', 3), seconds: numberAfter(args, '--seconds', 10) };
  const report = await run(settings, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${JSON.stringify(report, null, args.includes('--json') ? 0 : 2)}\n`);
  process.exitCode = report.met ? 0 : 1;
}

async function runReports(args: readonly string[]): Promise<void> {
  const { run } = await ownBenches.reports();
  const settings = {
    rounds: numberAfter(args, '--rounds', 3),
    devices: numberAfter(args, '--devices', 100_000),
    readings: numberAfter(args, '--readings', 20_000_000),
  };
  const report = await run(settings, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${JSON.stringify(report, null, args.includes('--json') ? 0 : 2)}\n`);
  process.exitCode = report.met ? 0 : 1;
}

function numberAfter(args: readonly string[], flag: string, otherwise: number): number {
  const at = args.indexOf(flag);
  if (at < 0) return otherwise;
  const value = Number(args[at + 1]);
  if (!(value > 0)) throw new RangeError(`${flag} wants a number above 0.`);
  return value;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
