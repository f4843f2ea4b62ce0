import type { MeterLinkQuery } from '@platen/graphql-client';
import { type ReadingVerdict, judgeReading } from '@platen/kernel';

export type LinkedMachine = NonNullable<MeterLinkQuery['meterLink']>['machines'][number];
export type LinkedMeter = LinkedMachine['meters'][number];

/** What is said of a value while it is typed; `text` is no number at all. Empty says nothing. */
export type TypedVerdict = ReadingVerdict | 'text' | null;

/** People separate thousands by what their country uses; a counter has no fractions. */
export function numberTyped(typed: string): number | null {
  const digits = typed.replace(/[\s.,'’]/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
}

/** The service's own arithmetic, before the value is sent. */
export function judgeTyped({ expectation }: LinkedMeter, typed: string, now: Date): TypedVerdict {
  if (typed.trim() === '') return null;
  const value = numberTyped(typed);
  if (value === null) return 'text';
  const { lastValue, lastReadAt, slowPerDay, fastPerDay, digits, closedBefore } = expectation;
  const past = {
    before: lastValue !== null && lastReadAt ? { value: lastValue, at: new Date(lastReadAt) } : null,
    after: null,
    pace: slowPerDay !== null && fastPerDay !== null ? { slow: slowPerDay, fast: fastPerDay } : null,
    digits,
    closedBefore: closedBefore ? new Date(closedBefore) : null,
  };
  return judgeReading(past, { value, at: now }, now);
}
