import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Empty } from '../feedback/empty';
import { type Column, DataTable, type DataTableProps } from './data-table';

interface Row {
  readonly id: string;
  readonly name: string;
}

const rows: readonly Row[] = [
  { id: '1', name: 'Archive' },
  { id: '2', name: 'Board room' },
  { id: '3', name: 'Legal' },
];
const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Machine', cell: ({ name }) => name, sortKey: 'name' },
  { id: 'id', header: 'Number', cell: ({ id }) => id },
];

const show = (props: Partial<DataTableProps<Row>> = {}) =>
  render(
    <MantineProvider>
      <DataTable
        caption="Machines"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `#/machines/${id}`}
        {...props}
      />
    </MantineProvider>,
  );

describe('DataTable', () => {
  test('rows have a link, and its arrow keys go from row to row', async () => {
    const user = userEvent.setup();
    show();
    const links = screen.getAllByRole('link');
    links[0]?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(links[2]);
    await user.keyboard('{Home}');
    expect(document.activeElement).toBe(links[0]);
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(links[0]);
  });

  test('a click anywhere in a row follows its link', async () => {
    const user = userEvent.setup();
    show();
    await user.click(within(screen.getByRole('table')).getByRole('cell', { name: '2' }));
    expect(window.location.hash).toBe('#/machines/2');
  });

  test('a button in a cell keeps its focus when the page renders again', () => {
    const page = () => ({
      ...{
        caption: 'Machines',
        rows,
        rowKey: ({ id }: Row) => id,
        rowHref: ({ id }: Row) => `#/machines/${id}`,
      },
      columns: [
        { id: 'id', header: 'Number', cell: ({ id }: Row) => id },
        { id: 'act', header: 'Act', cell: ({ name }: Row) => <button type="button">{name}</button> },
      ],
    });
    const { rerender } = show(page());
    const button = screen.getByRole('button', { name: 'Legal' });
    button.focus();
    rerender(
      <MantineProvider>
        <DataTable {...page()} />
      </MantineProvider>,
    );
    expect(screen.getByRole('button', { name: 'Legal' })).toBe(button);
    expect(document.activeElement).toBe(button);
  });

  test('a sortable header says the order in force and asks for its own', async () => {
    const user = userEvent.setup();
    const onSort = jest.fn();
    show({ sorting: { by: 'name', direction: 'ascending', onSort } });
    expect(screen.getByRole('columnheader', { name: 'Machine' }).getAttribute('aria-sort')).toBe('ascending');
    expect(screen.getByRole('columnheader', { name: 'Number' }).hasAttribute('aria-sort')).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Machine' }));
    expect(onSort).toHaveBeenCalledWith('name');
  });

  test('says that it is loading, then announces how many rows it shows', () => {
    const { rerender } = show({ rows: undefined });
    expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true');
    rerender(
      <MantineProvider>
        <DataTable caption="Machines" columns={columns} rows={rows} rowKey={({ id }) => id} count="3 of 60" />
      </MantineProvider>,
    );
    expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('false');
    expect(screen.getByRole('status').textContent).toBe('3 of 60');
  });

  test('shows what stands in place of rows, and the way to more', async () => {
    const user = userEvent.setup();
    const onMore = jest.fn();
    show({
      rows: [],
      instead: <Empty title="No machines yet" />,
      more: { label: 'Show more', loading: false, onMore },
    });
    expect(screen.getByText('No machines yet')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(onMore).toHaveBeenCalledTimes(1);
  });
});
