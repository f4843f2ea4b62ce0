import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const rita = 'rita.longo@aurora.example';

describe('the catalogue of models', () => {
  test('it is searched, and says what each can do', async () => {
    const { user, history } = await renderPortal({ path: '/console/models', as: rita });
    const table = within(await screen.findByRole('table', { name: 'Models' }));
    expect(await table.findByText('colour, up to A3')).toBeTruthy();
    await user.type(screen.getByLabelText('Maker or model'), 'kyocera');
    await waitFor(() => expect(table.queryByText('IM C4500')).toBeNull());
    expect(history.location.search).toBe('?search=kyocera');
  });

  test('a new model is refused at its field, then made with its supplies', async () => {
    const { user, history } = await renderPortal({ path: '/console/models/new', as: rita });
    await user.click(await screen.findByRole('button', { name: 'Add model' }));
    expect(
      await screen.findByRole('link', { name: 'Maker and model need 1 to 120 characters.' }),
    ).toBeTruthy();
    await user.type(screen.getByLabelText('Maker'), 'Sharp');
    await user.type(screen.getByLabelText('Model'), 'BP-50C31');
    await user.click(screen.getByRole('combobox', { name: 'Counters' }));
    await user.click(await screen.findByRole('option', { name: 'Colour', hidden: true }));
    await user.click(screen.getByRole('button', { name: 'Add a supply' }));
    const supply = within(screen.getByRole('group', { name: 'Supply 1' }));
    await user.type(supply.getByLabelText('Description'), 'Black toner');
    await user.click(screen.getByRole('button', { name: 'Add model' }));
    await waitFor(() => expect(history.location.pathname).toBe('/console/models/model-3'));
    expect(await screen.findByDisplayValue('Black toner')).toBeTruthy();
  });

  test('a change is saved in place; deleting asks first', async () => {
    const { user, history } = await renderPortal({ path: '/console/models/model-2', as: rita });
    const volume = await screen.findByLabelText('Recommended impressions a month, to');
    await user.clear(volume);
    await user.type(volume, '9000{Enter}');
    expect((await screen.findByText('The model was saved.')).getAttribute('role')).toBe('status');
    await user.click(screen.getByRole('button', { name: 'Delete model' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Delete model' }));
    await waitFor(() => expect(history.location.pathname).toBe('/console/models'));
  });
});
