import { Button, Checkbox, Skeleton } from '@mantine/core';
import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table';
import { type MouseEvent, type ReactNode, useMemo } from 'react';
import { Icon } from '../icon/icon';
import { UiLink } from '../page/link';
import classes from './data-table.module.css';
import { moveBetweenRows } from './row-keys';

/** One column; its words come from the page. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'end';
  /** Never broken over two lines: dates, figures with units. */
  readonly whole?: boolean;
  /** What the page passes to {@link Sorting.onSort}; without it the column cannot be sorted by. */
  readonly sortKey?: string;
  /**
   * Place on a phone, where each row is a card: `title` its head, `corner` beside it, `plain` a line of its own,
   * `left` and `right` share a line, `hidden` is left out; without a word a line with its header.
   */
  readonly phone?: 'title' | 'corner' | 'plain' | 'left' | 'right' | 'hidden';
}

/** The order in force; the page keeps it in the URL. */
export interface Sorting {
  readonly by: string;
  readonly direction: 'ascending' | 'descending';
  readonly onSort: (sortKey: string) => void;
}

/** The next page of the list. */
export interface More {
  readonly label: string;
  readonly loading: boolean;
  readonly onMore: () => void;
}

/** Rows chosen for one act on all of them. */
export interface Selection<Row> {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  /** Name of a row's box, and of the box for all rows shown. */
  readonly label: (row: Row) => string;
  readonly allLabel: string;
}

export interface DataTableProps<Row> {
  /** What the table lists; read out before it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while the first page is on its way. */
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  /** Where a row leads, if anywhere; its first cell becomes the link. */
  readonly rowHref?: (row: Row) => string | undefined;
  readonly sorting?: Sorting;
  /** Gives each row a box; the space bar chooses the row that has the focus. */
  readonly selection?: Selection<Row>;
  /** In place of rows when there are none: empty, no results, error or not allowed. */
  readonly instead?: ReactNode;
  readonly more?: More;
  /** `25 of 60 machines`: shown below the table and announced when it changes. */
  readonly count?: string;
}

// rows, columns and cells only: order and pages are the server's work
const features = tableFeatures({});

/**
 * The portal's working tool: sticky header, order in the URL, rows by arrow keys and Enter, pages by cursor,
 * cards below 720 px. Rows that lead somewhere carry a real link, so that every way of opening one works.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, caption, selection } = props;
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, Row> => ({
          id: column.id,
          header: column.header,
        }),
      ),
    [columns],
  );
  const data = useMemo(() => [...(rows ?? [])], [rows]);
  const ids = data.map(rowKey);
  const table = useTable({ features, columns: definitions, data, getRowId: rowKey });

  return (
    <div className={classes.frame}>
      {/* roles are spelt out because cards take the table's display away, and with it its meaning */}
      <table className={classes.table} role="table" aria-label={caption} aria-busy={rows === undefined}>
        <thead role="rowgroup">
          <tr role="row">
            {selection && (
              <th role="columnheader" scope="col" className={classes.choice}>
                <ChooseAll ids={ids} selection={selection} />
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sorting={props.sorting} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" onKeyDown={moveBetweenRows}>
          {table.getRowModel().rows.map((row) => (
            <tr
              key={row.id}
              role="row"
              data-leads={props.rowHref?.(row.original) === undefined ? undefined : true}
              data-chosen={selection?.chosen.has(row.id) || undefined}
              onClick={openRow}
            >
              {selection && (
                <td role="cell" className={classes.choice} data-phone="choice">
                  <Checkbox
                    data-row-choice
                    aria-label={selection.label(row.original)}
                    checked={selection.chosen.has(row.id)}
                    onChange={() => selection.onChoose(toggled(selection.chosen, row.id))}
                  />
                </td>
              )}
              {/* called, not rendered as components: a page makes its columns anew whenever it renders, and a cell
                  of another component would be taken down, with the focus and the click that are in it */}
              {columns.map((column, index) => (
                <td key={column.id} role="cell" {...cellProps(column)}>
                  <LeadingCell href={index === 0 ? props.rowHref?.(row.original) : undefined}>
                    {column.cell(row.original)}
                  </LeadingCell>
                </td>
              ))}
            </tr>
          ))}
          {rows === undefined && !props.instead && (
            <LoadingRows columns={columns.length + (selection ? 1 : 0)} />
          )}
        </tbody>
      </table>
      {props.instead}
      <Footer count={props.count} more={props.more} />
    </div>
  );
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

function ChooseAll<Row>({ ids, selection }: { ids: readonly string[]; selection: Selection<Row> }) {
  const chosen = ids.filter((id) => selection.chosen.has(id)).length;
  const all = ids.length > 0 && chosen === ids.length;
  return (
    <Checkbox
      aria-label={selection.allLabel}
      checked={all}
      indeterminate={chosen > 0 && !all}
      disabled={ids.length === 0}
      onChange={() => selection.onChoose(new Set(all ? [] : ids))}
    />
  );
}

function cellProps<Row>(column: Column<Row>) {
  return {
    'data-align': column?.align,
    'data-whole': column?.whole || undefined,
    'data-phone': column?.phone,
    'data-header': column?.header,
  };
}

function HeaderCell<Row>({ column, sorting }: { column: Column<Row>; sorting: Sorting | undefined }) {
  const { sortKey } = column;
  const sorted = sorting !== undefined && sortKey === sorting.by ? sorting.direction : undefined;
  return (
    <th role="columnheader" scope="col" aria-sort={sorted} data-align={column.align}>
      {sorting && sortKey ? (
        <button type="button" className={classes.sort} onClick={() => sorting.onSort(sortKey)}>
          {column.header}
          <span className={classes.sortMark} data-sorted={sorted}>
            <Icon name="sorted" size={12} />
          </span>
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

/** A click anywhere in a row follows its link, except on a control of its own or to select text. */
function openRow(event: MouseEvent<HTMLTableRowElement>): void {
  const target = event.target as HTMLElement;
  if (target.closest('a, button, input, select') || window.getSelection()?.toString()) return;
  event.currentTarget.querySelector<HTMLAnchorElement>('[data-row-link]')?.click();
}

function LoadingRows({ columns }: { columns: number }) {
  return [0, 1, 2, 3, 4, 5].map((row) => (
    <tr key={row} role="row" aria-hidden="true" className={classes.loading}>
      <td role="cell" colSpan={columns}>
        <Skeleton height={16} radius="sm" animate />
      </td>
    </tr>
  ));
}

function Footer({ count, more }: { count: string | undefined; more: More | undefined }) {
  return (
    <div className={classes.footer} data-shown={Boolean(count || more) || undefined}>
      <span role="status">{count}</span>
      {more && (
        <Button variant="default" loading={more.loading} onClick={more.onMore}>
          {more.label}
        </Button>
      )}
    </div>
  );
}

/** What a cell holds, as a link where its row leads somewhere. */
function LeadingCell({
  href,
  children,
}: {
  readonly href: string | undefined;
  readonly children: ReactNode;
}) {
  if (href === undefined) return children;
  return (
    <UiLink className={classes.rowLink} href={href} data-row-link>
      {children}
    </UiLink>
  );
}
