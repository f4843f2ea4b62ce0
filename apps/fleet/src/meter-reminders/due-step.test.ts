import { dueStepOf } from './due-step';

test.each<[string, number, number[], number | null]>([
  ['2026-11-14', 25, [10, 5], null],
  ['2026-11-15', 25, [10, 5], 10],
  ['2026-11-19', 25, [10, 5], 10],
  ['2026-11-20', 25, [5, 10], 5],
  ['2026-11-25', 25, [10, 5], 5],
  ['2026-11-26', 25, [10, 5], null],
  ['2026-11-20', 25, [], null],
  ['2026-02-28', 28, [1], 1],
  ['2026-11-01', 5, [10, 5], 5],
])('%s, due on the %i., reminded %j days before: step %s', (today, dueDay, daysBefore, step) => {
  expect(dueStepOf(today, dueDay, daysBefore)?.step ?? null).toBe(step);
});

test('the due day is that of the month', () => {
  expect(dueStepOf('2026-11-01', 5, [5])?.dueOn).toBe('2026-11-05');
});
