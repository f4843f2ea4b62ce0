import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const emma = 'emma.rinaldi@rossi.example';
const list = () => renderPortal({ path: '/administration/keys', as: emma });
const row = async (name: RegExp) =>
  (await screen.findAllByRole('row')).find((candidate) => name.test(candidate.textContent)) ?? document.body;

beforeAll(() => {
  // jsdom draws no dialogs
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

describe('C7 partner keys', () => {
  test('say what each may do, when it was last used and its end', async () => {
    await list();
    expect(await screen.findByText('5 keys open the door now.')).toBeTruthy();
    const sap = within(await row(/SAP orders/));
    expect(sap.getByText('3 rights')).toBeTruthy();
    expect(sap.getByText('Active')).toBeTruthy();
    expect(sap.getByText(/Client id for OAuth/).querySelector('code')?.textContent).toBeTruthy();
    expect(within(await row(/Old ERP/)).queryByText(/Client id/)).toBeNull();
    expect(within(await row(/Carrier/)).getByText(/somebody with its rights has to replace it/)).toBeTruthy();
    expect(within(await row(/Old ERP/)).queryByRole('button')).toBeNull();
  });

  test('a key is made by keyboard, shown once, and gone when it was kept', async () => {
    const { user, history } = await renderPortal({ path: '/administration/new-key', as: emma });
    await user.type(await screen.findByLabelText('Name'), 'Warehouse');
    await user.click(await screen.findByLabelText('Order supplies'));
    await user.click(screen.getByRole('button', { name: 'Make the key' }));
    const shown = await screen.findByLabelText<HTMLInputElement>('Key');
    expect(shown.value).toMatch(/^ptn_/);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(shown.value);
    await user.click(screen.getByRole('button', { name: 'I have kept it' }));
    await waitFor(() => expect(history.location.pathname).toBe('/administration/keys'));
    expect(within(await row(/Warehouse/)).getByText('Order supplies')).toBeTruthy();
    expect(document.body.textContent).not.toContain(shown.value);
  });

  test('what is missing is said at the top and at the field, and nothing is made', async () => {
    const { user } = await renderPortal({ path: '/administration/new-key', as: emma });
    await screen.findByLabelText('Order supplies');
    await user.type(screen.getByLabelText('Requests per minute, at most'), 'many');
    await user.click(screen.getByRole('button', { name: 'Make the key' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('3 things are to be put right');
    expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true');
    await user.click(within(alert).getByRole('link', { name: /at least one thing/ }));
    expect(document.activeElement?.id).toBe('scopes');
  });

  test('what the service refuses stands at its field, and what was typed stays', async () => {
    const { user } = await renderPortal({ path: '/administration/new-key', as: emma });
    await user.type(await screen.findByLabelText('Name'), 'taken');
    await user.click(await screen.findByLabelText('Order supplies'));
    await user.click(screen.getByRole('button', { name: 'Make the key' }));
    await screen.findByRole('alert');
    const name = screen.getByLabelText<HTMLInputElement>('Name');
    expect([name.value, name.getAttribute('aria-invalid')]).toEqual(['taken', 'true']);
  });

  test('replacing says what happens to the old key, and shows the new one', async () => {
    const { user } = await list();
    await user.click(await screen.findByRole('button', { name: 'Replace SAP orders' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Replace the key “SAP orders”?' }));
    expect(dialog.getByText(/The old one opens for the time you choose/)).toBeTruthy();
    await user.selectOptions(dialog.getByLabelText('The old key opens for'), '3 days');
    await user.click(dialog.getByRole('button', { name: 'Replace' }));
    expect((await screen.findByLabelText<HTMLInputElement>('Key')).value).toMatch(/^ptn_/);
    expect(screen.getByText(/The old key opens until/)).toBeTruthy();
  });

  test('revoking says what ends, and ends it', async () => {
    const { user } = await list();
    await user.click(await screen.findByRole('button', { name: 'Revoke SAP orders' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/refused from its next request on/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Revoke' }));
    expect(await screen.findByText('The key “SAP orders” is revoked.')).toBeTruthy();
    expect(within(await row(/SAP orders/)).getByText('Revoked')).toBeTruthy();
  });

  test('none yet: what they are for, and the way to make one', async () => {
    await renderPortal({ path: '/administration/keys', as: 'new@nuovo.example' });
    expect(await screen.findByText('No keys yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Make a key' })).toBeTruthy();
  });
});
