import type { Locale } from '@platen/contracts';
import type { Cell } from '@platen/platform';
import { message } from '../../messages/message';
import { type VolumeLine, sumOf } from '../volume-lines';
import type { VolumeReport } from '../volume-report.service';
import { monthName, share } from './formats';

/** What the numbers of a column are. */
export type ColumnKind = 'text' | 'pages' | 'percent';

/** A report as a table: the same in a spreadsheet and on paper. */
export interface ReportTable {
  readonly title: string;
  /** what it is about, and which months */
  readonly subtitle: string;
  readonly columns: readonly { readonly header: string; readonly kind: ColumnKind }[];
  /** a cell without a reading is null, never 0 */
  readonly rows: readonly (readonly Cell[])[];
  /** what a reader must know to read it right */
  readonly notes: readonly string[];
  readonly months: readonly string[];
  readonly total: VolumeLine;
}

/** Lays a report out in a language. */
export function reportTable(report: VolumeReport, title: string, locale: Locale): ReportTable {
  const { query, names, total } = report;
  const months = query.months.map((month) => monthName(month, locale));
  const about = names.length > 0 ? names.join(', ') : message(locale, 'reportOfAll');
  return {
    title,
    subtitle: `${about} · ${months[0]} – ${months.at(-1)}`,
    ...(query.by === 'MONTH' ? byMonth(report, months, locale) : byLine(report, months, locale)),
    notes: notesOf(report, locale),
    months,
    total,
  };
}

type Body = Pick<ReportTable, 'columns' | 'rows'>;

function byMonth({ total }: VolumeReport, months: readonly string[], locale: Locale): Body {
  const column = (key: Parameters<typeof message>[1]) =>
    ({ header: message(locale, key), kind: 'pages' }) as const;
  return {
    columns: [
      { header: message(locale, 'reportMonth'), kind: 'text' },
      column('reportPages'),
      column('reportMono'),
      column('reportColor'),
      ...total.more.map(({ kind }) => ({ header: kind, kind: 'pages' }) as const),
      column('reportMachinesRead'),
    ],
    rows: [
      ...months.map((month, at) => [
        month,
        total.total[at] ?? null,
        total.mono[at] ?? null,
        total.color[at] ?? null,
        ...total.more.map(({ volumes }) => volumes[at] ?? null),
        total.devices[at] ?? 0,
      ]),
      [
        message(locale, 'reportSum'),
        total.sum,
        total.monoSum,
        total.colorSum,
        ...total.more.map(({ volumes }) => sumOf(volumes)),
        null,
      ],
    ],
  };
}

function byLine({ query, lines, total }: VolumeReport, months: readonly string[], locale: Locale): Body {
  const column = (key: Parameters<typeof message>[1], kind: ColumnKind) => ({
    header: message(locale, key),
    kind,
  });
  const withNote = query.by === 'DEVICE' || query.by === 'SITE';
  const cells = (name: string, line: VolumeLine): Cell[] => [
    name,
    ...(withNote ? [line.note] : []),
    ...line.total,
    line.sum,
    line.monoSum,
    line.colorSum,
    share(line.colorShare),
    share(line.duplexShare),
    share(line.a3Share),
  ];
  return {
    columns: [
      column(HEADERS[query.by], 'text'),
      ...(withNote ? [column(query.by === 'SITE' ? 'reportTown' : 'reportSerial', 'text')] : []),
      ...months.map((header) => ({ header, kind: 'pages' }) as const),
      column('reportSum', 'pages'),
      column('reportMono', 'pages'),
      column('reportColor', 'pages'),
      column('reportColorShare', 'percent'),
      column('reportDuplexShare', 'percent'),
      column('reportA3Share', 'percent'),
    ],
    rows: [
      ...lines.map((line) => cells(line.name ?? message(locale, 'reportNoDepartment'), line)),
      cells(message(locale, 'reportSumOfAll'), { ...total, note: null }),
    ],
  };
}

const HEADERS = {
  MONTH: 'reportMonth',
  DEVICE: 'reportMachine',
  GROUP: 'reportGroup',
  SITE: 'reportSite',
  DEPARTMENT: 'reportDepartment',
} as const;

function notesOf(
  { query, whole, total, lines, lineCount, runningMonth }: VolumeReport,
  locale: Locale,
): string[] {
  const gaps = total.total.includes(null) || lines.some((line) => line.total.includes(null));
  return [
    ...(gaps ? [message(locale, 'reportNoteGaps')] : []),
    ...(runningMonth
      ? [message(locale, 'reportNoteRunning', { month: monthName(runningMonth, locale) })]
      : []),
    ...(whole ? [] : [message(locale, 'reportNoteVisible')]),
    ...(query.by === 'GROUP' ? [message(locale, 'reportNoteGroups')] : []),
    ...(lineCount > lines.length
      ? [message(locale, 'reportNoteCut', { shown: lines.length, all: lineCount })]
      : []),
  ];
}
