import { csvText } from '@platen/platform';
import type { AuditNames } from './audit-names';
import type { AuditEntryRow } from './audit-query';

const HEADER = [
  'occurred_at (UTC)',
  'action',
  'actor_kind',
  'actor_id',
  'actor_name',
  'viewed_by',
  'target_kind',
  'target_id',
  'target_name',
  'facts',
  'customer_id',
  'position',
  'entry_id',
  'request_id',
  'hash',
];

/**
 * Entries for a spreadsheet, or for a program: one line each, newest first. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe (threats C32). Column names are the same in every language.
 */
export function auditCsv(entries: readonly AuditEntryRow[], names: AuditNames): string {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const rows = entries.map((entry) => [
    entry.occurredAt.toISOString(),
    entry.action,
    entry.actorKind,
    entry.actorId,
    nameOf(entry.actorId),
    entry.viewedBy,
    entry.targetKind,
    entry.targetId,
    nameOf(entry.targetId),
    Object.keys(entry.facts).length === 0 ? null : JSON.stringify(entry.facts),
    entry.customerId,
    entry.position,
    entry.id,
    entry.requestId,
    entry.hash.toString('hex'),
  ]);
  return csvText([HEADER, ...rows]);
}
