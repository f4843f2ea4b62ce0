import { judgeReset, localMinute } from './reset-draft';

const now = new Date('2026-11-20T10:00:00Z');
const last = { value: 5000, at: new Date('2026-11-10T09:00:00Z') };
const draft = {
  reason: 'RESET',
  at: localMinute(new Date('2026-11-12T09:00:00Z')),
  before: '5.200',
  after: '0',
} as const;
const problems = (part: Partial<Parameters<typeof judgeReset>[0]>, known: typeof last | null = last) => {
  const judged = judgeReset({ ...draft, ...part }, known, now);
  return judged.ok ? [] : judged.problems.map(({ field, problem }) => `${field} ${problem}`);
};

test('a whole draft is numbers and an instant', () => {
  expect(judgeReset(draft, last, now)).toEqual({
    ok: true,
    at: new Date('2026-11-12T09:00:00Z'),
    before: 5200,
    after: 0,
  });
});

test.each([
  [{ at: '' }, ['at noTime']],
  [{ at: 'yesterday' }, ['at noTime']],
  [{ at: localMinute(new Date('2026-11-20T10:01:00Z')) }, ['at future']],
  [{ before: '' }, ['before noNumber']],
  [{ before: '12,5' }, ['before noNumber']],
  [{ before: '4999' }, ['before belowLast']],
  [{ after: '-1' }, ['after noNumber']],
  [{ reason: 'ROLLED_OVER', after: '5200' }, ['after notBelow']],
  [{ before: 'x', after: 'y' }, ['before noNumber', 'after noNumber']],
] as const)('%j: %j', (part, found) => {
  expect(problems(part)).toEqual(found);
});

test('before the last reading, or without one, the service alone knows what stood there', () => {
  expect(problems({ before: '10', at: localMinute(new Date('2026-11-01T09:00:00Z')) })).toEqual([]);
  expect(problems({ before: '10' }, null)).toEqual([]);
});
