import type { MeterResetReason } from '@platen/graphql-client';
import { readNumber } from '../../../shared/readings/read-number';

/** Why a counter goes on from another value, the usual reason first. */
export const resetReasons: readonly MeterResetReason[] = ['RESET', 'REPLACED', 'ROLLED_OVER'];

/** What somebody typed of a counter that goes on from another value. */
export interface ResetDraft {
  readonly reason: MeterResetReason;
  /** of the browser's clock, as `2026-11-20T09:30` */
  readonly at: string;
  readonly before: string;
  readonly after: string;
}

/** Where a draft cannot be right; the words are `meters.reset.problem.*`. */
export type ResetProblem = 'noTime' | 'future' | 'noNumber' | 'belowLast' | 'notBelow';

export interface ResetFault {
  readonly field: keyof ResetDraft;
  readonly problem: ResetProblem;
}

/** A draft as numbers and an instant, or what is wrong at which field. */
export type JudgedReset =
  | { readonly ok: true; readonly at: Date; readonly before: number; readonly after: number }
  | { readonly ok: false; readonly problems: readonly ResetFault[] };

/**
 * Judges a draft before it is sent: the service does it again.
 * @param last  where the counter was read last, null for one that never was
 */
export function judgeReset(
  draft: ResetDraft,
  last: { readonly value: number; readonly at: Date } | null,
  now: Date,
): JudgedReset {
  const at = new Date(draft.at);
  const before = readNumber(draft.before);
  const after = readNumber(draft.after);
  const problems: ResetFault[] = [];
  const known = !Number.isNaN(at.getTime());
  if (!known) problems.push({ field: 'at', problem: 'noTime' });
  else if (at > now) problems.push({ field: 'at', problem: 'future' });
  if (before.kind !== 'number') problems.push({ field: 'before', problem: 'noNumber' });
  else if (known && last && at > last.at && before.value < last.value)
    problems.push({ field: 'before', problem: 'belowLast' });
  if (after.kind !== 'number') problems.push({ field: 'after', problem: 'noNumber' });
  else if (draft.reason === 'ROLLED_OVER' && before.kind === 'number' && after.value >= before.value)
    problems.push({ field: 'after', problem: 'notBelow' });
  return problems.length === 0 && before.kind === 'number' && after.kind === 'number'
    ? { ok: true, at, before: before.value, after: after.value }
    : { ok: false, problems };
}

/** An instant as the browser's field for date and time holds it. */
export function localMinute(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
