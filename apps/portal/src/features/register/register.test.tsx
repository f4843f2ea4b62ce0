import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const rita = 'rita.longo@aurora.example';
const giorgia = 'giorgia.sala@rossi.example';
const rowsOf = async (name: string) =>
  within(await screen.findByRole('table', { name }))
    .getAllByRole('row')
    .slice(1);

describe('the register of machines', () => {
  test('what a collector found is put aside and taken back, and registered with what it told', async () => {
    const { user } = await renderPortal({ path: '/found-machines', as: rita });
    await screen.findByText('Konica Minolta bizhub C360i');
    expect(await rowsOf('Found, not registered')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Put aside: 10.20.4.77' }));
    await waitFor(async () => expect(await rowsOf('Found, not registered')).toHaveLength(1));
    await user.click(screen.getByRole('link', { name: 'Register it' }));
    // the page's code is fetched on the way
    const serial = await screen.findByLabelText<HTMLInputElement>('Serial number', {}, { timeout: 10_000 });
    expect(serial.value).toBe('AA2J077120');
    expect(screen.getByLabelText<HTMLInputElement>('Monitored by a collector').checked).toBe(true);
    await waitFor(() => expect(screen.getByRole('option', { name: /^Milano/ })).toBeTruthy());
    await user.click(screen.getByRole('button', { name: 'Register machine' }));
    expect((await screen.findByText(/is registered/)).getAttribute('role')).toBe('status');
  });

  test("a customer's administrator sees what was found, and registers nothing", async () => {
    await renderPortal({ path: '/found-machines', as: giorgia });
    await screen.findByText('Konica Minolta bizhub C360i');
    expect(screen.queryByRole('link', { name: 'Register it' })).toBeNull();
    expect(screen.queryByRole('navigation', { name: 'Register of machines' })).toBeNull();
  });

  test('a refused value is told at its field, and what was typed stays', async () => {
    const { user } = await renderPortal({ path: '/console/register', as: rita });
    await user.type(await screen.findByLabelText('Maker'), 'Ricoh{Enter}');
    const problem = await screen.findByRole('link', { name: 'A value is needed here.' });
    expect(problem.getAttribute('href')).toBe('#serialNumber');
    expect(screen.getByLabelText<HTMLInputElement>('Maker').value).toBe('Ricoh');
  });

  test('a list is sent, seen row by row, and only then taken', async () => {
    const { user, history } = await renderPortal({ path: '/console/import', as: rita });
    await user.click(await screen.findByRole('button', { name: 'Check the list' }));
    expect(await screen.findByText('Choose the organisation whose machines these are.')).toBeTruthy();
    await user.selectOptions(
      (await screen.findAllByLabelText('Organisation'))[0] as HTMLElement,
      await screen
        .findAllByRole('option', { name: 'Rossi Assicurazioni (100218)' })
        .then(([first]) => first as HTMLElement),
    );
    await user.type(screen.getByLabelText('Or paste the rows'), 'serial_number');
    await user.click(screen.getByRole('button', { name: 'Check the list' }));
    await waitFor(() => expect(history.location.search).toContain('list=list-1'));
    expect(await screen.findByText('1 new, 1 with changes, 0 the same, 2 refused.')).toBeTruthy();
    expect(screen.getByText('Read as windows-1252.')).toBeTruthy();
    await waitFor(async () => expect(await rowsOf('Rows of the list')).toHaveLength(2));
    expect(screen.getByText('floor: A spreadsheet would take this text for a formula.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Take 2 rows' }));
    expect(await screen.findByText(/^Taken: 1 machines registered/)).toBeTruthy();
  });
});
