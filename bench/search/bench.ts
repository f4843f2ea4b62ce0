import type { Goal, Measurement, Operation, Row, Settings } from '../harness/bench';
import { runBench } from '../harness/run-bench';
import { type ListInstallation, type MeasuredFleet, openFleets, sizesUpTo } from '../list/installation';
import { contendersFor, figure, numberIn, pageOperation } from '../list/pages';

/** The plain form takes seconds in a large fleet: it is not asked a thousand times before it is measured. */
const WARM_UP_SECONDS = 3;
const people = ['all', 'assigned'] as const;
const kinds = ['serial', 'name', 'common', 'nothing'] as const;
const goal: Goal = { bound: 15, better: 'lower' };

/**
 * The first 25 machines that contain a text, one search at a time: part of a serial number, a name, a word that a fifth
 * of the fleet has, and what nothing has. `ilike` is the same list in node:http and pg without the index's help.
 */
export async function measure(
  settings: Settings,
  say: (line: string) => void,
  args: readonly string[],
): Promise<Measurement> {
  const sizes = sizesUpTo(numberIn(args, '--devices', 100_000));
  const installation = await openFleets(sizes, 1, say);
  try {
    const rows: Row[] = [];
    for (const fleet of installation.fleets)
      for (const who of people) {
        say(`${fleet.devices} machines, ${who}`);
        const bench = {
          contenders: contendersFor(installation, fleet[who], 'ilike'),
          operations: await searches(installation, fleet, who),
          headers: fleet[who].headers,
          path: '/graphql',
          ratios: () => ({}),
          goals: {},
          stop: async () => undefined,
        };
        rows.push(...(await runBench(bench, { ...settings, warmUpSeconds: WARM_UP_SECONDS }, say)));
      }
    return { rows, ...judged(rows, sizes) };
  } finally {
    await installation.stop();
  }
}

/** Texts of a machine that both people see. */
async function searches(
  { admin }: ListInstallation,
  { id, devices, assigned }: MeasuredFleet,
  who: string,
): Promise<Operation[]> {
  if (assigned.sees.see !== 'assigned') throw new Error('The assigned person sees what was given.');
  const { rows } = await admin.query<{ name: string; serial: string }>(
    `select d.name, substr(d.serial_number, 2, 8) as serial from fleet.device d
     join fleet.device_user u on u.device_id = d.id where d.customer_id = $1 and u.user_id = $2 order by d.name offset 100 limit 1`,
    [id, assigned.sees.userId],
  );
  const [machine] = rows;
  if (!machine) throw new Error('The assigned person has machines.');
  const texts = { serial: machine.serial, name: machine.name, common: 'Archive', nothing: 'zzqqzz' };
  return kinds.map((kind) => pageOperation(opName(who, devices, kind), { search: texts[kind] }));
}

const opName = (who: string, devices: number, kind: (typeof kinds)[number]) => `${who} ${devices} ${kind}`;

function judged(rows: readonly Row[], sizes: readonly number[]): Pick<Measurement, 'ratios' | 'goals'> {
  const ratios: Record<string, number> = {};
  const goals: Record<string, Goal> = {};
  for (const devices of sizes)
    for (const who of people)
      for (const kind of kinds) {
        const op = opName(who, devices, kind);
        const key = op.replaceAll(' ', '_');
        const p50Ms = figure(rows, 'platen', op, 'p50Ms');
        ratios[`${key}_p50_ms`] = p50Ms;
        ratios[`${key}_ilike_over_platen`] = figure(rows, 'ilike', op, 'p50Ms') / p50Ms;
        goals[`${key}_p50_ms`] = goal;
      }
  return { ratios, goals };
}
