import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const emma = 'emma.rinaldi@rossi.example';

describe('the life of a machine', () => {
  test('its timeline says what happened, in words, and keeps kinds apart', async () => {
    await renderPortal({ path: '/machines/device-001?tab=timeline', as: emma });
    const table = within(await screen.findByRole('table', { name: 'Timeline' }));
    expect(await table.findByText('New cartridge')).toBeTruthy();
    expect(table.getByText('now 100% · cartridge CRU-4711')).toBeTruthy();
    expect(table.getByText(/Torino, Corso Re 8 → Milano, Via Torino 12/)).toBeTruthy();
    expect(table.getAllByText('your provider')).toHaveLength(2);
  });

  test('R20 what follows from a move is shown before', async () => {
    const { user, history } = await renderPortal({ path: '/machines/device-001/move', as: emma });
    await user.selectOptions(await screen.findByLabelText('Location'), 'site-torino');
    expect(await screen.findByText(/Corso Re 8, 20123 Torino/)).toBeTruthy();
    expect(screen.getByText('C-2026-118')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Move it now' }));
    await waitFor(() => expect(history.location.href).toBe('/machines/device-001?tab=timeline'));
  });

  test('a name that is missing is told at its field; what was typed stays', async () => {
    const { user } = await renderPortal({ path: '/machines/device-001/edit', as: emma });
    const name = await screen.findByLabelText('Name');
    await user.clear(name);
    await user.type(screen.getByLabelText('Floor'), '9');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findAllByText('A machine needs a name of 1 to 120 characters.')).toHaveLength(2);
    expect(screen.getByLabelText<HTMLInputElement>('Floor').value).toContain('9');
  });

  test('an act says its consequence, and a swap asks for the successor', async () => {
    const { user } = await renderPortal({ path: '/machines/device-001/life', as: emma });
    const act = await screen.findByLabelText('What');
    expect(screen.getByText(/Until it is back nothing is ordered/)).toBeTruthy();
    await user.selectOptions(act, 'SWAP');
    expect(screen.getByLabelText('Which machine takes its place?')).toBeTruthy();
  });
});
