import { type OpenLine, allShipped, pack } from './pack';

const line = (id: string, quantity: number, shipped = 0, partNumber = `PN-${id}`): OpenLine => ({
  id,
  partNumber,
  name: `Toner ${id}`,
  quantity,
  shipped,
});
const quantities = (result: ReturnType<typeof pack>) =>
  result.ok ? result.value.map(({ lineId, quantity }) => [lineId, quantity]) : result.failure;

test('without lines, all that has not left yet', () => {
  expect(quantities(pack([line('a', 3, 1), line('b', 2, 2)], null))).toEqual([['a', 2]]);
});

test('a part of it, by id in any case or by part number, added up', () => {
  const lines = [line('a', 5), line('b', 2)];
  expect(
    quantities(
      pack(lines, [
        { lineId: 'A', quantity: 2 },
        { partNumber: 'PN-a', quantity: 1 },
        { partNumber: 'PN-b', quantity: 2 },
      ]),
    ),
  ).toEqual([
    ['a', 3],
    ['b', 2],
  ]);
});

test('two lines of one article: the one that has room', () => {
  const lines = [line('a', 1, 1, 'PN'), line('b', 2, 0, 'PN')];
  expect(quantities(pack(lines, [{ partNumber: 'PN', quantity: 2 }]))).toEqual([['b', 2]]);
});

test('more than was ordered, what was not ordered, and nothing at all are refused where they stand', () => {
  const lines = [line('a', 3, 1)];
  expect(quantities(pack(lines, [{ lineId: 'a', quantity: 3 }]))).toEqual([
    { path: 'lines.0.quantity', problem: 'moreThanOrdered', values: { left: 2 } },
  ]);
  expect(
    quantities(
      pack(lines, [
        { lineId: 'a', quantity: 2 },
        { lineId: 'a', quantity: 1 },
        { lineId: 'x', quantity: 1 },
      ]),
    ),
  ).toEqual([
    { path: 'lines.1.quantity', problem: 'moreThanOrdered', values: { left: 0 } },
    { path: 'lines.2', problem: 'lineUnknown' },
  ]);
  expect(quantities(pack([line('a', 1, 1)], null))).toEqual([
    { path: 'lines', problem: 'nothingLeftToShip' },
  ]);
});

test('all has left when nothing is left of any line', () => {
  expect(allShipped([line('a', 1, 1), line('b', 2, 1)])).toBe(false);
  expect(allShipped([line('a', 1, 1), line('b', 2, 3)])).toBe(true);
});
