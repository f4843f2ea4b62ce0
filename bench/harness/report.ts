import type { Goal, Row } from './bench';

/** The outcome of a bench as programs read it; field names are a contract. */
export interface Report {
  readonly bench: string;
  readonly rows: readonly Row[];
  readonly ratios: Readonly<Record<string, number>>;
  readonly goals: Readonly<Record<string, number>>;
  readonly met: boolean;
}

/** Judges the ratios by the goals. A goal without its ratio is not met. */
export function makeReport(
  bench: string,
  rows: readonly Row[],
  ratios: Readonly<Record<string, number>>,
  goals: Readonly<Record<string, Goal>>,
): Report {
  const met = Object.entries(goals).every(([key, goal]) => isMet(goal, ratios[key]));
  const bounds = Object.fromEntries(Object.entries(goals).map(([key, { bound }]) => [key, bound]));
  return { bench, rows: rows.map(rounded), ratios: mapValues(ratios, 3), goals: bounds, met };
}

function isMet({ bound, better }: Goal, ratio: number | undefined): boolean {
  if (ratio === undefined || Number.isNaN(ratio)) return false;
  return better === 'lower' ? ratio <= bound : ratio >= bound;
}

function rounded(row: Row): Row {
  const { contender, op } = row;
  const figures = mapValues(
    { cpuMsPerOp: row.cpuMsPerOp, ratePerS: row.ratePerS, p50Ms: row.p50Ms, p99Ms: row.p99Ms },
    3,
  );
  return { contender, op, ...figures } as Row;
}

function mapValues(values: Readonly<Record<string, number>>, digits: number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, Number(value.toFixed(digits))]),
  );
}

/** The same for people. */
export function table(
  { bench, rows, ratios, goals, met }: Report,
  better: Readonly<Record<string, Goal>>,
): string {
  const width = Math.max(10, ...rows.map(({ contender }) => contender.length));
  const opWidth = Math.max(10, ...rows.map(({ op }) => op.length));
  const lines = [
    `${bench}: medians`,
    `${'contender'.padEnd(width)}  ${'operation'.padEnd(opWidth)} CPU ms/op     per s    p50 ms    p99 ms`,
    ...rows.map(
      ({ contender, op, cpuMsPerOp, ratePerS, p50Ms, p99Ms }) =>
        `${contender.padEnd(width)}  ${op.padEnd(opWidth)} ${column(cpuMsPerOp, 3)} ${column(ratePerS, 0)} ${column(p50Ms, 2)} ${column(p99Ms, 2)}`,
    ),
    '',
    ...Object.entries(ratios).map(([key, ratio]) => {
      const bound = goals[key];
      const sign = better[key]?.better === 'lower' ? '<=' : '>=';
      return `${key} = ${ratio}${bound === undefined ? '' : `  (goal ${sign} ${bound})`}`;
    }),
    met ? 'all goals met' : 'NOT all goals met',
  ];
  return `${lines.join('\n')}\n`;
}

function column(value: number, digits: number): string {
  return value.toFixed(digits).padStart(9);
}
