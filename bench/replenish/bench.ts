import type { Goal, Measurement, Row, Settings } from '../harness/bench';
import { median, percentile } from '../harness/statistics';
import { deviceWithHistory, reevaluate, suppliesPerDevice } from './fleet';

/** Supplies that a night of a large branch evaluates. */
const FLEET = 100_000;
/** Devices with different histories; each is evaluated many times over. */
const DIFFERENT_DEVICES = 250;

const goals: Readonly<Record<string, Goal>> = { cpu_s_per_100000_supplies: { bound: 60, better: 'lower' } };

/** What the decisions of a whole branch cost, from the stored week to the plan: one process, one core. */
export function measure({ rounds }: Settings, say: (line: string) => void): Measurement {
  const devices = Array.from({ length: DIFFERENT_DEVICES }, (_, seed) => deviceWithHistory(seed));
  const samples = Array.from({ length: rounds }, (_, round) => {
    say(`round ${round + 1} of ${rounds}`);
    return roundOver(devices);
  });
  const rows: Row[] = [
    {
      contender: 'platen',
      op: 'reevaluate',
      cpuMsPerOp: median(samples.map(({ cpuMs }) => cpuMs)),
      ratePerS: median(samples.map(({ perS }) => perS)),
      p50Ms: median(samples.map(({ p50Ms }) => p50Ms)),
      p99Ms: median(samples.map(({ p99Ms }) => p99Ms)),
    },
  ];
  const ratios = { cpu_s_per_100000_supplies: ((rows[0]?.cpuMsPerOp ?? Number.NaN) * FLEET) / 1000 };
  return { rows, ratios, goals };
}

/** Figures per supply, but percentiles per device. */
function roundOver(devices: readonly ReturnType<typeof deviceWithHistory>[]) {
  const durations: number[] = [];
  const evaluations = FLEET / suppliesPerDevice;
  const startedAt = performance.now();
  const before = process.cpuUsage();
  for (let index = 0; index < evaluations; index++) {
    const seed = index % devices.length;
    const track = devices[seed];
    if (!track) continue;
    const at = performance.now();
    reevaluate(track, seed);
    durations.push(performance.now() - at);
  }
  const { user, system } = process.cpuUsage(before);
  return {
    cpuMs: (user + system) / 1000 / FLEET,
    perS: (FLEET / (performance.now() - startedAt)) * 1000,
    p50Ms: percentile(durations, 0.5),
    p99Ms: percentile(durations, 0.99),
  };
}
