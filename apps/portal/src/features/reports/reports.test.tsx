import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';
import { parseReportSearch, reportAddress, reportInput, toIds } from './report-search';

const rosa = 'rosa.villa@rossi.example';

describe('reports', () => {
  test('R66 the first sentence answers, and the chart and the table say the same', async () => {
    await renderPortal({ path: '/reports?by=MONTH&from=2026-05&to=2026-10', as: rosa });
    expect(
      await screen.findByText(/pages in October 2026, \d+ % more than in September 2026\.$/),
    ).toBeTruthy();
    const table = await screen.findByRole('table', { name: 'Months in figures' });
    const october = within(table).getByText('Oct 2026').closest('tr')?.textContent ?? '';
    const chart = screen.getByRole('figure');
    const inChart = within(chart).getByText('Oct 2026').closest('li')?.textContent?.replace('Oct 2026', '');
    expect(inChart).toBeTruthy();
    expect(october).toContain(inChart);
  });

  test('P3 a month without a reading is a word in the chart, not a bar', async () => {
    await renderPortal({
      path: '/reports?of=DEVICE&id=device-003&by=MONTH&from=2026-05&to=2026-10',
      as: rosa,
    });
    const chart = await screen.findByRole('figure');
    const months = within(chart)
      .getAllByRole('listitem')
      .map((month) => month.textContent);
    expect(months[4]).toMatch(/^not readSept? 2026/);
    expect(months.filter((month) => month?.includes('not read'))).toHaveLength(1);
  });

  test('a line leads on to what it is made of', async () => {
    const { history, user } = await renderPortal({ path: '/reports?by=SITE', as: rosa });
    const table = await screen.findByRole('table', { name: 'By location' });
    const [link] = within(table).getAllByRole('link');
    await user.click(link as HTMLElement);
    await waitFor(() => expect(history.location.search).toContain('of=SITE'));
    expect(history.location.search).toContain('by=DEVICE');
  });

  test('what a report is about is chosen by typing, and the URL keeps it', async () => {
    const { history, user } = await renderPortal({ path: '/reports?by=MONTH', as: rosa });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'About' }), 'DEPARTMENT');
    await user.type(screen.getByRole('combobox', { name: 'Department' }), 'Cla');
    await user.click(await screen.findByRole('option', { name: 'Claims', hidden: true }));
    await waitFor(() => expect(history.location.search).toContain('of=DEPARTMENT&id=Claims'));
    expect(history.location.search).toContain('by=MONTH');
    await user.selectOptions(screen.getByRole('combobox', { name: 'About' }), 'ALL');
    await waitFor(() => expect(history.location.search).not.toContain('DEPARTMENT'));
  });

  test('a report is saved by keyboard, sent by mail and deleted again', async () => {
    const { user } = await renderPortal({ path: '/reports', as: rosa });
    const field = await screen.findByLabelText('Name of the report');
    await user.type(field, '{Enter}');
    expect(
      await screen.findByRole('link', { name: 'A report needs a name of 1 to 80 characters.' }),
    ).toBeTruthy();
    await user.type(field, 'Every machine{Enter}');
    const mail = await screen.findByRole('combobox', { name: 'When Every machine is sent' });
    await user.selectOptions(mail, '3');
    await waitFor(() => expect((mail as HTMLSelectElement).value).toBe('3'));
    await user.click(screen.getByRole('button', { name: 'Delete Every machine' }));
    expect(await screen.findByText('No saved reports yet')).toBeTruthy();
  });

  test('R70 who may not see reports is told whom to ask', async () => {
    await renderPortal({ path: '/reports', as: 'emma.rinaldi@rossi.example' });
    expect(await screen.findByText(/Ask the administrator of your organisation/)).toBeTruthy();
    expect(screen.queryByRole('figure')).toBeNull();
  });
});

describe('a report in the URL', () => {
  test('what is not known is left out, and the rest comes back as it was', () => {
    expect(parseReportSearch({ of: 'GROUP', by: 'NONSENSE', months: '5', from: '2026' })).toEqual({});
    const id = toIds(['Sales, Turin', 'Law']);
    const search = parseReportSearch({ of: 'DEPARTMENT', id, by: 'SITE', from: '2026-01', to: '2026-03' });
    const address = new URL(reportAddress(search), 'http://localhost');
    expect(parseReportSearch(Object.fromEntries(address.searchParams))).toEqual(search);
    expect(reportInput(search)).toMatchObject({
      of: 'DEPARTMENT',
      ids: ['Sales, Turin', 'Law'],
      from: '2026-01',
      to: '2026-03',
    });
  });

  test('a span counts back from the last month', () => {
    expect(reportInput({ months: '3', to: '2026-01' })).toMatchObject({
      of: 'ALL',
      ids: [],
      from: '2025-11',
    });
  });
});
