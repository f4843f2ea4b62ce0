import type { Bench, Settings } from './harness/bench';
import { makeReport, table } from './harness/report';
import { runBench } from './harness/run-bench';

/** Every bench by the name it is called with; loaded when it runs. */
const benches: Readonly<Record<string, () => Promise<{ open: () => Promise<Bench> }>>> = {
  gateway: () => import('./gateway/bench'),
};

/** Benches that measure something else than contenders side by side, and report it themselves. */
const ownBenches = {
  signin: () => import('./signin/bench'),
} as const;

/** `npm run bench -- NAME [--json] [--rounds N] [--seconds N]`; the exit code says whether the goals are met. */
async function main(args: readonly string[]): Promise<void> {
  if (args.includes('signin')) return runSignin(args);
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
  const { open } = await load();
  const bench = await open();
  try {
    // Progress goes to the other stream: with --json the output is one object and nothing else.
    const rows = await runBench(bench, settings, (line) => process.stderr.write(`${line}\n`));
    const report = makeReport(name, rows, bench.ratios(rows), bench.goals);
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : table(report, bench.goals));
    process.exitCode = report.met ? 0 : 1;
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
