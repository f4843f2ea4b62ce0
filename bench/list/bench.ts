import type { Goal, Measurement, Row, Settings } from '../harness/bench';
import { runBench } from '../harness/run-bench';
import { type ListInstallation, type MeasuredFleet, openFleets, sizesUpTo } from './installation';
import { contendersFor, figure, numberIn, pageOperation } from './pages';

/** Requests under way at once, each with a session of its own. */
const CONNECTIONS = 8;
const WARM_UP_SECONDS = 5;
const people = ['all', 'assigned'] as const;

/**
 * A page of 25 machines through the whole web process, visibility applied, beside node:http and pg with the same
 * statement: first page and one at four fifths of the list, of who sees all and of who sees what was given to him.
 */
export async function measure(
  settings: Settings,
  say: (line: string) => void,
  args: readonly string[],
): Promise<Measurement> {
  const sizes = sizesUpTo(numberIn(args, '--devices', 100_000));
  const installation = await openFleets(sizes, CONNECTIONS, say);
  try {
    const rows: Row[] = [];
    for (const fleet of installation.fleets)
      for (const who of people) rows.push(...(await measured(installation, fleet, who, settings, say)));
    return { rows, ...judged(rows, sizes) };
  } finally {
    await installation.stop();
  }
}

async function measured(
  installation: ListInstallation,
  fleet: MeasuredFleet,
  who: (typeof people)[number],
  settings: Settings,
  say: (line: string) => void,
): Promise<Row[]> {
  say(`${fleet.devices} machines, ${who}`);
  const asker = fleet[who];
  const bench = {
    contenders: contendersFor(installation, asker, 'floor'),
    operations: [
      pageOperation(opName(fleet.devices, who, 'first')),
      pageOperation(opName(fleet.devices, who, 'deep'), { keyset: await deepKeyset(installation, fleet) }),
    ],
    headers: asker.headers,
    path: '/graphql',
    ratios: () => ({}),
    goals: {},
    stop: async () => undefined,
  };
  return runBench(bench, { ...settings, warmUpSeconds: WARM_UP_SECONDS }, say);
}

async function deepKeyset({ admin }: ListInstallation, { id, devices }: MeasuredFleet): Promise<string[]> {
  const { rows } = await admin.query<{ name: string; id: string }>(
    'select name, id from fleet.device where customer_id = $1 order by name, id offset $2 limit 1',
    [id, Math.floor(devices * 0.8)],
  );
  return rows.flatMap((row) => [row.name, row.id]);
}

const opName = (devices: number, who: string, page: 'first' | 'deep') => `${who} ${devices} ${page}`;

function judged(rows: readonly Row[], sizes: readonly number[]): Pick<Measurement, 'ratios' | 'goals'> {
  const ratios: Record<string, number> = {};
  const goals: Record<string, Goal> = {};
  for (const devices of sizes)
    for (const who of people) {
      for (const page of ['first', 'deep'] as const) {
        const op = opName(devices, who, page);
        const key = op.replaceAll(' ', '_');
        ratios[`${key}_rate_platen_over_floor`] =
          figure(rows, 'platen', op, 'ratePerS') / figure(rows, 'floor', op, 'ratePerS');
        ratios[`${key}_cpu_floor_over_platen`] =
          figure(rows, 'floor', op, 'cpuMsPerOp') / figure(rows, 'platen', op, 'cpuMsPerOp');
        goals[`${key}_rate_platen_over_floor`] = { bound: 0.35, better: 'higher' };
      }
      const [first, deep] = (['first', 'deep'] as const).map((page) =>
        figure(rows, 'platen', opName(devices, who, page), 'p50Ms'),
      );
      const apart = Math.max((first ?? 0) / (deep ?? 0), (deep ?? 0) / (first ?? 0));
      ratios[`${who}_${devices}_first_and_deep_apart`] = apart;
      goals[`${who}_${devices}_first_and_deep_apart`] = { bound: 3, better: 'lower' };
    }
  return { ratios, goals };
}
