import { type ReportQuery, standardKinds } from './report-query';
import type { VolumeRow } from './volume-rows.sql';

/** Volumes of one kind, in step with the months of the report; null: nothing was read, and nothing is guessed. */
export interface KindVolumes {
  readonly kind: string;
  readonly volumes: readonly (number | null)[];
}

/** One line of a report, or the sum of all. Lists are in step with the months of the report. */
export interface VolumeLine {
  readonly key: string | null;
  readonly name: string | null;
  readonly note: string | null;
  readonly total: readonly (number | null)[];
  readonly mono: readonly (number | null)[];
  readonly color: readonly (number | null)[];
  readonly more: readonly KindVolumes[];
  /** machines that were read, by month */
  readonly devices: readonly number[];
  /** pages of all months together; null when there is not one reading */
  readonly sum: number | null;
  readonly monoSum: number | null;
  readonly colorSum: number | null;
  /** 0..1 of `sum`; null where no machine counts it */
  readonly colorShare: number | null;
  readonly duplexShare: number | null;
  readonly a3Share: number | null;
}

type Cell = Pick<VolumeRow, 'volume' | 'devices'>;

/** Rows as lines, in the order of the rows. */
export function linesOf(rows: readonly VolumeRow[], query: ReportQuery): VolumeLine[] {
  const byKey = new Map<string | null, VolumeRow[]>();
  for (const row of rows) {
    const known = byKey.get(row.key);
    if (known) known.push(row);
    else byKey.set(row.key, [row]);
  }
  return [...byKey.values()].map((ofLine) => lineOf(ofLine, query));
}

/** Rows of one line; none at all is a line of gaps. */
export function lineOf(rows: readonly Partial<VolumeRow>[], { months, moreKinds }: ReportQuery): VolumeLine {
  const cells = new Map<string, Cell>();
  for (const { kind, month, volume = 0, devices = 0 } of rows)
    if (kind && month) cells.set(`${kind} ${month}`, { volume, devices });
  const cellsOf = (kind: string) => months.map((month) => cells.get(`${kind} ${month}`));
  const volumesOf = (kind: string) => cellsOf(kind).map((cell) => cell?.volume ?? null);
  const [total, mono, color, duplex, a3] = standardKinds.map(volumesOf);
  const sum = sumOf(total);
  return {
    key: rows[0]?.key ?? null,
    name: rows[0]?.name ?? null,
    note: rows[0]?.note ?? null,
    total: total ?? [],
    mono: mono ?? [],
    color: color ?? [],
    more: moreKinds.map((kind) => ({ kind, volumes: volumesOf(kind) })),
    devices: cellsOf('total').map((cell) => cell?.devices ?? 0),
    sum,
    monoSum: sumOf(mono),
    colorSum: sumOf(color),
    colorShare: shareOf(sumOf(color), sum),
    // counted in sheets: each bears two pages
    duplexShare: shareOf(twice(sumOf(duplex)), sum),
    a3Share: shareOf(sumOf(a3), sum),
  };
}

/** The sum of what is known; null when nothing is. */
export function sumOf(values: readonly (number | null)[] = []): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

const twice = (value: number | null): number | null => (value === null ? null : value * 2);

/** Counters of one machine may disagree by a page or two: no share is above 1. */
function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || !whole ? null : Math.min(1, part / whole);
}
