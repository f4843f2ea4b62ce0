import { bandOf } from './band-of';

const days = { emptyFrom: '2026-12-01', emptyLikely: '2026-12-10', emptyTo: '2026-12-31', orderLikely: null };

test('the line is 90 days long and begins today', () => {
  expect(bandOf(days, '2026-12-01')).toEqual({ from: 0, likely: 10, to: 33, order: 0 });
});

test('what has passed stands at the beginning, what is far away or never at the end', () => {
  expect(bandOf({ ...days, emptyTo: null, orderLikely: '2026-11-20' }, '2026-12-05')).toEqual({
    from: 0,
    likely: 6,
    to: 100,
    order: 0,
  });
  expect(bandOf({ ...days, emptyTo: '2028-01-01' }, '2026-12-01').to).toBe(100);
});
