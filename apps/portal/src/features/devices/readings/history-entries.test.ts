import type { CounterReadFragment, CounterResetFragment } from '@platen/graphql-client';
import { historyOf } from './history-entries';

const read = (day: string) => ({ readAt: `2026-11-${day}T09:00:00.000Z` }) as CounterReadFragment;
const reset = (day: string) => ({ at: `2026-11-${day}T09:00:00.000Z` }) as CounterResetFragment;
const days = (...[reads, resets, complete]: Parameters<typeof historyOf>) =>
  historyOf(reads, resets, complete).map((entry) => `${entry.at.slice(8, 10)}${entry.reset ? ' reset' : ''}`);

test('resets stand among the readings, below one of the same instant', () => {
  expect(days([read('20'), read('10')], [reset('15'), reset('10')], true)).toEqual([
    '20',
    '15 reset',
    '10',
    '10 reset',
  ]);
});

test('a reset older than what was fetched so far waits for its page', () => {
  expect(days([read('20'), read('10')], [reset('15'), reset('05')], false)).toEqual(['20', '15 reset', '10']);
  expect(days([read('20'), read('10')], [reset('05')], true)).toEqual(['20', '10', '05 reset']);
});

test('a counter of which only a reset is known has a history of one line', () => {
  expect(days([], [reset('05')], true)).toEqual(['05 reset']);
  expect(days([], [reset('05')], false)).toEqual([]);
});
