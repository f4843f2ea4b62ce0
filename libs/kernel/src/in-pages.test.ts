import { inPages } from './in-pages';

test.each<[number[], number, number[][]]>([
  [[], 2, [[]]],
  [[1], 2, [[1]]],
  [[1, 2], 2, [[1, 2]]],
  [[1, 2, 3], 2, [[1, 2], [3]]],
  [[1, 2, 3], 1, [[1], [2], [3]]],
])('%j by %i: %j', (values, size, pages) => {
  expect(inPages(values, size)).toEqual(pages);
});
