import type { Varbind } from 'net-snmp';
import { type Cursor, cursorsAt, takeRows } from './columns';
import { MAX_ROWS } from './session';

const row = (oid: string): Varbind => ({ oid, type: 2, value: 1 });
const END = 130;
const end = (oid: string): Varbind => ({ oid, type: END, value: null });

/** The cursors left and the OIDs taken. */
function take(cursors: readonly Cursor[], lists: Varbind[][]): { left: string[]; taken: string[] } {
  const taken: string[] = [];
  const left = takeRows(cursors, lists, ({ oid }) => taken.push(oid));
  return { left: left.map(({ column }) => column), taken };
}

test('columns of different length: the one that runs into its neighbour has ended, no row is taken twice', () => {
  const lists = [
    [row('1.1.1'), row('1.2.1'), row('1.2.2')],
    [row('1.2.1'), row('1.2.2'), row('1.2.3')],
  ];
  expect(take(cursorsAt(['1.1', '1.2']), lists)).toEqual({
    left: ['1.2'],
    taken: ['1.1.1', '1.2.1', '1.2.2', '1.2.3'],
  });
});

test('an agent that does not repeat the end mark moves rows to wrong places; they still reach their column', () => {
  const lists = [
    [row('1.1.1'), row('1.1.2'), row('1.1.4')],
    [end('1.2'), row('1.1.3')],
  ];
  expect(take(cursorsAt(['1.1', '1.2']), lists)).toMatchObject({ left: ['1.1'] });
  expect(take(cursorsAt(['1.1', '1.2']), lists).taken).toHaveLength(4);
});

test('an agent that runs in circles is left', () => {
  const cursors = cursorsAt(['1.1']);
  expect(take(cursors, [[row('1.1.1'), row('1.1.2')]]).left).toEqual(['1.1']);
  expect(take(cursors, [[row('1.1.1'), row('1.1.2')]])).toEqual({ left: [], taken: [] });
});

test('a column without end is cut off', () => {
  const rows = Array.from({ length: MAX_ROWS + 5 }, (_, i) => row(`1.1.${i + 1}`));
  const { left, taken } = take(cursorsAt(['1.1']), [rows]);
  expect(taken).toHaveLength(MAX_ROWS);
  expect(take([{ column: '1.1', at: '1.1.999', rows: MAX_ROWS }], [[row('1.1.1000')]])).toEqual({
    left: [],
    taken: [],
  });
  expect(left.length).toBeLessThanOrEqual(1);
});

test('no answer to a column, an end', () => {
  expect(take(cursorsAt(['1.1', '1.2']), [[], []])).toEqual({ left: [], taken: [] });
});
