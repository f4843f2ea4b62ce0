import { type Actor, isId } from '@platen/platform';
import { keyFaults } from '../../groups/group-input';
import { MOST_MONTHS, type ReportBreakdown, type ReportScope, readReportInput } from '../report-query';
import type { InvalidReport } from '../report.errors';

export const MAX_REPORT_NAME = 80;
export const MOST_READERS = 20;

/** A report to keep. */
export interface SaveReport {
  readonly idempotencyKey: string;
  readonly name: string;
  readonly of: ReportScope;
  readonly ids: readonly string[];
  readonly by: ReportBreakdown;
  readonly months: number;
  readonly shared: boolean;
}

/** When, and to whom, a saved report is sent. */
export interface ScheduleReport {
  readonly reportId: string;
  readonly day: number;
  readonly readerIds: readonly string[];
}

type Faults = InvalidReport['fields'];

/** What is wrong with a report to keep. The provider's people make reports, but keep none: each is an organisation's. */
export function saveFaults(actor: Actor, { idempotencyKey, name, of, ids, months }: SaveReport): Faults {
  const named = name.trim();
  const scope = readReportInput({ of, ids, from: '2000-01', to: '2000-01' });
  return [
    ...(actor.customerId === null ? [{ path: 'name', problem: 'reportNoOrganisation' as const }] : []),
    ...(keyFaults(idempotencyKey).length > 0
      ? [{ path: 'idempotencyKey', problem: 'keyLength' as const }]
      : []),
    ...(named === '' || named.length > MAX_REPORT_NAME || named.includes('\0')
      ? [{ path: 'name', problem: 'reportName' as const }]
      : []),
    ...(months < 1 || months > MOST_MONTHS ? [{ path: 'months', problem: 'reportPeriod' as const }] : []),
    ...(scope.ok ? [] : scope.failure.fields),
  ];
}

/** What is wrong with a schedule. Only who looks after people sends to others than himself. */
export function scheduleFaults(actor: Actor, { day, readerIds }: ScheduleReport): Faults {
  const toOthers = readerIds.some((id) => id !== actor.id);
  return [
    ...(Number.isInteger(day) && day >= 1 && day <= 28
      ? []
      : [{ path: 'day', problem: 'reportDay' as const }]),
    ...(readerIds.length < 1 || readerIds.length > MOST_READERS || !readerIds.every(isId)
      ? [{ path: 'readerIds', problem: 'reportReaders' as const }]
      : []),
    ...(toOthers && !actor.rights.has('user:manage')
      ? [{ path: 'readerIds', problem: 'reportOtherReaders' as const }]
      : []),
  ];
}
