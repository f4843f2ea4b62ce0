import { randomUUID } from 'node:crypto';
import { type ReportInput, addMonths, readReportInput } from './report-query';

const asked = (input: Partial<ReportInput>) =>
  readReportInput({ of: 'ALL', from: '2025-11', to: '2026-10', ...input });
const faults = (input: Partial<ReportInput>) => {
  const read = asked(input);
  return read.ok ? [] : read.failure.fields;
};

test('a year is twelve months without holes', () => {
  const read = asked({});
  expect(read.ok && read.value.months).toHaveLength(12);
  expect(read.ok && [read.value.months[0], read.value.months[2], read.value.months.at(-1)]).toEqual([
    '2025-11-01',
    '2026-01-01',
    '2026-10-01',
  ]);
});

test.each([
  ['over ten years', { from: '2016-11', to: '2026-10' }, { path: 'from', problem: 'tooManyMonths' }],
  ['over 37 months', { from: '2023-10', to: '2026-10' }, { path: 'from', problem: 'tooManyMonths' }],
  ['backwards', { from: '2026-10', to: '2026-09' }, { path: 'to', problem: 'monthOrder' }],
  ['of no month', { from: '2026-13' }, { path: 'from', problem: 'monthFormat' }],
  ['of days', { from: '2026-01-01' }, { path: 'from', problem: 'monthFormat' }],
  ['of groups without one', { of: 'GROUP' as const }, { path: 'ids', problem: 'reportIds' }],
  [
    'of a name for an id',
    { of: 'DEVICE' as const, ids: ["' or 1=1"] },
    { path: 'ids', problem: 'reportIds' },
  ],
  ['of all and one', { ids: [randomUUID()] }, { path: 'ids', problem: 'reportIdsOfAll' }],
  ['of strange kinds', { kinds: ['A3; drop'] }, { path: 'kinds', problem: 'reportKinds' }],
  ['of no line', { first: 0 }, { path: 'first', problem: 'reportLines' }],
  ['of too many lines', { first: 501 }, { path: 'first', problem: 'reportLines' }],
])('a report %s is refused', (_what, input, fault) => {
  expect(faults(input)).toEqual([fault]);
});

test('36 months are the most', () => {
  expect(faults({ from: '2023-11', to: '2026-10' })).toEqual([]);
});

test('the same thing twice is one, and standard kinds are not asked for again', () => {
  const id = randomUUID();
  const read = asked({ of: 'GROUP', ids: [id, id], kinds: ['scan', 'total', 'scan'] });
  expect(read.ok && [read.value.ids, read.value.moreKinds]).toEqual([[id], ['scan']]);
});

test('months go over the end of a year both ways', () => {
  expect([addMonths('2026-01-01', -1), addMonths('2025-12-01', 1), addMonths('2026-05-01', -17)]).toEqual([
    '2025-12-01',
    '2026-01-01',
    '2024-12-01',
  ]);
});
