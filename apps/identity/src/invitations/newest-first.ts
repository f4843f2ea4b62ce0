import { type Connection, type Page, pageOf, toConnection } from '@platen/platform';

/** A list whose ids are UUIDs of version 7: their order is the order in which the rows were made. */
export function newestFirstPage(first: number | null, after: string | null): Page {
  return pageOf(first, after, 1);
}

/** @param rows  newest first, one more than the page's size when there is a next page */
export function newestFirst<Row extends { readonly id: string }>(
  rows: readonly Row[],
  page: Page,
  total: number,
): Connection<Row> {
  return toConnection(
    rows,
    page,
    (row) => row,
    ({ id }) => [id],
    total,
  );
}
