import { pageOf, toConnection } from './connection';

const rows = ['a', 'b', 'c', 'd'].map((name, index) => ({ name, id: String(index) }));
const keyset = (row: { name: string; id: string }) => [row.name, row.id];

describe('pages of a list', () => {
  test('a page knows that there is more, and its cursor leads on', () => {
    const page = pageOf(2, null, 2);
    const connection = toConnection(rows.slice(0, 3), page, (row) => row.name, keyset);
    expect(connection.edges.map((edge) => edge.node)).toEqual(['a', 'b']);
    expect(connection.pageInfo.hasNextPage).toBe(true);
    expect(pageOf(2, connection.pageInfo.endCursor, 2).after).toEqual(['b', '1']);
  });

  test('the last page ends', () => {
    const connection = toConnection(rows.slice(2), pageOf(2, null, 2), (row) => row.name, keyset);
    expect(connection.pageInfo).toMatchObject({ hasNextPage: false });
    expect(toConnection([], pageOf(5, null, 2), (row) => row, keyset).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  test.each([[0], [-1], [101], [1e9]])('C11 refuses a page of %d', (size) => {
    expect(() => pageOf(size, null, 2)).toThrow('first must be 1 to 100');
  });

  test.each([
    ['nonsense'],
    [''.padEnd(10_000, 'A')],
    [Buffer.from('[1,2]').toString('base64url')],
    [Buffer.from('["a"]').toString('base64url')],
  ])('refuses a foreign cursor %#', (cursor) => {
    expect(() => pageOf(5, cursor, 2)).toThrow('not a cursor');
  });
});
