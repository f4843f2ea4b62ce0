import type { MeterToReadFragment } from '@platen/graphql-client';
import {
  type CounterPast,
  type ReadingVerdict,
  expectedRange,
  judgeReading,
  oddVerdicts,
} from '@platen/kernel';
import { readNumber } from './read-number';

/** What is known of a counter; null for one that was never read. */
export type Expectation = MeterToReadFragment['expectation'];

/** What can be said of a typed text; without a verdict there is nothing to judge yet. */
export interface TypedJudgement {
  readonly value: number | null;
  readonly verdict: ReadingVerdict | 'no_number' | null;
  readonly low: number;
  readonly high: number;
  readonly last: number | null;
  /** it can be handed in once somebody says that it is right */
  readonly odd: boolean;
  /** it can be handed in as it is */
  readonly good: boolean;
}

/** Judges what is typed, by the very arithmetic with which the service judges it. */
export function judgeTyped(text: string, expectation: Expectation, readAt: Date, now: Date): TypedJudgement {
  const past = pastOf(expectation);
  const range = expectedRange(past, readAt);
  const facts = { ...range, last: expectation?.lastValue ?? null };
  const typed = readNumber(text);
  if (typed.kind !== 'number') {
    const verdict = typed.kind === 'none' ? ('no_number' as const) : null;
    return { ...facts, value: null, verdict, odd: false, good: false };
  }
  const verdict = judgeReading(past, { value: typed.value, at: readAt }, now);
  return {
    ...facts,
    value: typed.value,
    verdict,
    odd: oddVerdicts.has(verdict),
    good: verdict === 'fits' || verdict === 'known',
  };
}

/** A time before the newest value is left to the service, which knows the neighbours. */
function pastOf(expectation: Expectation): CounterPast {
  const { lastValue, lastReadAt, slowPerDay, fastPerDay, digits, closedBefore } = expectation ?? {};
  const known = typeof lastValue === 'number' && lastReadAt;
  const paced = typeof slowPerDay === 'number' && typeof fastPerDay === 'number';
  return {
    before: known ? { value: lastValue, at: new Date(lastReadAt) } : null,
    after: null,
    pace: paced ? { slow: slowPerDay, fast: fastPerDay } : null,
    digits: digits ?? null,
    closedBefore: closedBefore ? new Date(closedBefore) : null,
  };
}
