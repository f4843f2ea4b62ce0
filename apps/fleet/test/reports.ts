import type { WorldDevice } from '@platen/contracts';
import type { Actor } from '@platen/platform';
import { actorOf, actors } from './actors';
import type { useFleet } from './use-fleet';

/** Actors that may read reports. */
export const readers = {
  administrator: actorOf('user', ['device:read', 'device:all', 'report:read', 'user:manage']),
  member: actorOf('user', ['device:read', 'report:read']),
  other: {
    ...actors['administrator of another customer'],
    rights: new Set(['device:read', 'device:all', 'report:read'] as const),
  },
  staff: { ...actors.staff, rights: new Set(['device:read', 'report:read'] as const) },
  'staff elsewhere': {
    ...actors['staff of another branch'],
    rights: new Set(['device:read', 'report:read'] as const),
  },
} satisfies Record<string, Actor>;

/** Twelve months to today's, 2026-11, of so many pages each. */
export const yearOf = (
  mono: number,
  color = 0,
): Pick<WorldDevice, 'monthlyVolumes' | 'lastSeenHoursAgo'> => ({
  lastSeenHoursAgo: 1,
  monthlyVolumes: Array.from({ length: 12 }, () => ({ mono, color })),
});

export interface Line {
  readonly key: string | null;
  readonly name: string | null;
  readonly total: (number | null)[];
  readonly devices: number[];
  readonly sum: number | null;
  readonly duplexShare: number | null;
}

export interface Report {
  readonly __typename: string;
  readonly months: string[];
  readonly names: string[];
  readonly whole: boolean;
  readonly runningMonth: string | null;
  readonly total: Line;
  readonly lines: Line[];
  readonly lineCount: number;
  readonly fields?: { path: string; message: string }[];
  readonly message?: string;
}

const LINE = '{ key name total devices sum duplexShare }';
const REPORT = `query ($input: VolumeReportInput!) { volumeReport(input: $input) { __typename
  ... on VolumeReport { months names whole runningMonth total ${LINE} lines ${LINE} lineCount }
  ... on InvalidInputError { fields { path message } } ... on UserError { message } } }`;

/** Asks for reports of a file's fleet. */
export function reportsOf(fleet: Pick<ReturnType<typeof useFleet>, 'data'>) {
  return async (input: Record<string, unknown>, actor: Actor = readers.administrator) =>
    (
      await fleet.data<{ volumeReport: Report }>(actor, REPORT, {
        input: { of: 'ALL', from: '2026-08', to: '2026-10', ...input },
      })
    ).volumeReport;
}
