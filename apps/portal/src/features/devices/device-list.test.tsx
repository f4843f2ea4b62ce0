import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const emma = 'emma.rinaldi@rossi.example';
const table = () => screen.findByRole('table', { name: 'Machines' });

describe('machines', () => {
  test('the first sentence says whether all is well', async () => {
    await renderPortal({ path: '/machines', as: emma });
    expect(await screen.findByText('36 of 39 machines are fine.')).toBeTruthy();
  });

  test('pages follow one another by cursor and the count is announced', async () => {
    const { user } = await renderPortal({ path: '/machines', as: emma });
    expect(await screen.findByText('25 of 39')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect((await screen.findByText('39 of 39')).getAttribute('role')).toBe('status');
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  test('R33 only the own organisation is in the list', async () => {
    await renderPortal({ path: '/machines', as: 'jan@devries.example' });
    const rows = within(await screen.findByRole('table', { name: 'Machines' }));
    await waitFor(() => expect(rows.getAllByText(/Utrecht|Zwolle/).length).toBeGreaterThan(0));
    expect(rows.queryByText('Milano')).toBeNull();
  });

  test('staff narrow the list to one organisation, and each machine says whose it is', async () => {
    const { user, history } = await renderPortal({ path: '/machines', as: 'rita.longo@aurora.example' });
    const rows = within(await table());
    await waitFor(() =>
      expect(rows.getAllByRole('cell', { name: 'Rossi Assicurazioni' }).length).toBeGreaterThan(0),
    );
    await user.selectOptions(screen.getByLabelText('Organisation'), 'customer-vries');
    await waitFor(() => expect(history.location.href).toBe('/machines?customer=customer-vries'));
    await waitFor(() => expect(rows.queryByRole('cell', { name: 'Rossi Assicurazioni' })).toBeNull());
    expect(rows.getAllByRole('cell', { name: 'De Vries Logistiek' }).length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: 'Save this view' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Organisation' }));
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: 'Organisation' })).toBeNull());
  });

  test('people of an organisation are not asked whose machines they mean', async () => {
    await renderPortal({ path: '/machines', as: emma });
    await within(await table()).findByText('Archive');
    expect(screen.queryByLabelText('Organisation')).toBeNull();
    expect(screen.queryByRole('columnheader', { name: 'Organisation' })).toBeNull();
  });

  test('search, state and order live in the URL', async () => {
    const { user, history } = await renderPortal({ path: '/machines?sort=urgency', as: emma });
    await within(await table()).findByText('Archive');
    await user.selectOptions(screen.getByLabelText('State'), 'SILENT');
    await waitFor(() => expect(history.location.href).toBe('/machines?state=SILENT&sort=urgency'));
    expect(await screen.findByText('One machine matches.')).toBeTruthy();
    await user.type(screen.getByLabelText('Name, serial number or model'), '123');
    await waitFor(() => expect(history.location.search).toContain('search=123'));
    expect(await screen.findByText('No machine matches')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    await waitFor(() => expect(history.location.href).toBe('/machines'));
  });

  test('columns are chosen, and live in the URL', async () => {
    const { user, history } = await renderPortal({ path: '/machines', as: emma });
    await within(await table()).findByText('Archive');
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Location' }));
    await waitFor(() => expect(history.location.search).toBe('?hide=site'));
    expect(screen.queryByRole('columnheader', { name: 'Location' })).toBeNull();
  });

  test('a view is saved under a name, opened and deleted', async () => {
    const { user, history } = await renderPortal({ path: '/machines?state=DOWN', as: emma });
    await user.click(await screen.findByRole('button', { name: 'Save this view' }));
    await user.type(await screen.findByLabelText('Name of the view'), 'Down now');
    await user.click(await screen.findByRole('button', { name: 'Save view', hidden: true }));
    await user.click(await screen.findByRole('button', { name: 'Down now' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Down or silent', hidden: true }));
    await waitFor(() => expect(history.location.href).toBe('/machines?attention=ANY&sort=urgency'));
    await user.click(await screen.findByRole('button', { name: 'Down or silent' }));
    await user.click(
      await screen.findByRole('menuitem', { name: 'Delete the view Down or silent', hidden: true }),
    );
    expect(await screen.findByRole('button', { name: 'Saved views' })).toBeTruthy();
  });

  test('machines are chosen by the keyboard and put into a group', async () => {
    const { user } = await renderPortal({ path: '/machines', as: 'giorgia.sala@rossi.example' });
    const links = await within(await table()).findAllByRole('link', { name: /^Archive/ });
    links[0]?.focus();
    await user.keyboard(' {ArrowDown} ');
    expect(await screen.findByText('2 machines chosen')).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Put into the group'), 'Turin, first floor');
    await user.click(screen.getByRole('button', { name: 'Put in' }));
    expect(await screen.findByText(/new in the group Turin, first floor/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Choose none' }));
    expect(screen.queryByText('2 machines chosen')).toBeNull();
  });

  test('the list is taken as a file', async () => {
    const { user } = await renderPortal({ path: '/machines', as: emma });
    URL.createObjectURL = jest.fn(() => 'blob:x');
    URL.revokeObjectURL = jest.fn();
    await user.click(await screen.findByRole('button', { name: 'Take as CSV' }));
    expect(await screen.findByText('The file holds one machine.')).toBeTruthy();
    expect(URL.createObjectURL).toHaveBeenCalledTimes(1);
  });

  test('the slash goes to the search', async () => {
    const { user } = await renderPortal({ path: '/machines', as: emma });
    await table();
    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByLabelText('Name, serial number or model'));
  });

  test('R31 without any machine the page says how they get here', async () => {
    await renderPortal({ path: '/machines', as: 'new@nuovo.example' });
    expect(await screen.findByText('No machines yet')).toBeTruthy();
    expect(screen.getByText(/If you miss one, ask there first/)).toBeTruthy();
  });

  test('R38 a machine that is not monitored shows words, not levels', async () => {
    await renderPortal({ path: '/machines?search=Post+room', as: emma });
    const rows = within(await table());
    expect(await rows.findByText('level not known')).toBeTruthy();
    expect(rows.queryByRole('img')).toBeNull();
  });

  test('a service that is away is an error with a way to try again', async () => {
    await renderPortal({ path: '/machines', as: 'fleet.away@rossi.example' });
    expect((await screen.findByRole('alert')).textContent).toContain('This could not be loaded');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  test('without the right the page says whom to ask', async () => {
    await renderPortal({ path: '/machines', as: 'nothing@rossi.example' });
    expect(await screen.findByText('You may not see this')).toBeTruthy();
  });
});
