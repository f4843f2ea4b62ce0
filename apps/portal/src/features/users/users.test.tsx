import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const as = 'anna.neri@rossi.example';
const pageOf = (email: string) => `/administration/users/user-${email}@rossi.example`;
const elena = pageOf('elena.bianchi');

describe('users of an organisation', () => {
  test('R23 the list says who can sign in, and a search goes to the URL', async () => {
    const { user, history } = await renderPortal({ path: '/administration/users', as });
    const table = within(await screen.findByRole('table', { name: 'Users and rights' }));
    expect(await table.findByRole('link', { name: /Elena Bianchi/ })).toBeTruthy();
    expect(table.getByText('and 2 rights on top')).toBeTruthy();
    await user.type(screen.getByLabelText('Name or e-mail'), 'riva');
    await waitFor(() => expect(history.location.search).toBe('?search=riva'));
    expect(await table.findByText('Deactivated')).toBeTruthy();
    await waitFor(() => expect(table.queryByText('Elena Bianchi')).toBeNull());
  });

  test('nobody found: the filters are named as the reason, and taken away', async () => {
    const { user } = await renderPortal({ path: '/administration/users?search=nobody', as });
    expect(await screen.findByText('Nobody found')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    expect(await screen.findByText('Elena Bianchi')).toBeTruthy();
  });

  test('who may not manage users is told so', async () => {
    await renderPortal({ path: '/administration/users', as: 'nothing@rossi.example' });
    expect(await screen.findByText('You may not see this')).toBeTruthy();
  });
});

describe('R25 rights of a person', () => {
  test('where each comes from, and what a change means before it is saved', async () => {
    const { user } = await renderPortal({ path: elena, as });
    const sheet = within(await screen.findByRole('region', { name: 'What this person may do' }));
    expect(sheet.getByText('Role: Member')).toBeTruthy();
    expect(sheet.getAllByText('given on top of the role')).toHaveLength(2);

    await user.click(sheet.getByRole('button', { name: 'Change role and rights' }));
    expect(await sheet.findByText('Nothing is changed so far.')).toBeTruthy();
    await user.click(sheet.getByRole('checkbox', { name: 'Invoices' }));
    await user.click(sheet.getByRole('checkbox', { name: 'Contracts' }));
    expect(sheet.getByText('Newly allowed: Contracts.')).toBeTruthy();
    expect(sheet.getByText('No longer allowed: Invoices.')).toBeTruthy();
    expect(sheet.getByText('Elena is told by e-mail and has to sign in again.')).toBeTruthy();
    await user.click(sheet.getByRole('button', { name: 'Save rights' }));
    expect((await sheet.findByRole('status')).textContent).toBe('The rights are saved.');
  });

  test('what the role holds is no box to untick', async () => {
    const { user } = await renderPortal({ path: elena, as });
    await user.click(await screen.findByRole('button', { name: 'Change role and rights' }));
    expect(screen.queryByRole('checkbox', { name: 'Order supplies' })).toBeNull();
    expect(screen.getByRole('checkbox', { name: 'All machines of the organisation' })).toBeTruthy();
  });

  test('C5 nobody changes his own', async () => {
    await renderPortal({ path: pageOf('anna.neri'), as });
    expect(await screen.findByText(/Nobody changes their own rights/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Change role and rights' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Deactivate' })).toBeNull();
  });
});

describe('acts on an account', () => {
  test('R23 deleting says what happens to past requests, and Escape does nothing', async () => {
    const { user } = await renderPortal({ path: elena, as });
    await user.click(await screen.findByRole('button', { name: 'Delete for good' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/Past requests and orders stay and show a former user instead/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Go back' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Elena Bianchi');

    await user.click(screen.getByRole('button', { name: 'Delete for good' }));
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete for good' }),
    );
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Former user 3F2A'),
    );
  });

  test('R17 a name is corrected, and the title follows', async () => {
    const { user } = await renderPortal({ path: elena, as });
    await user.click(await screen.findByRole('button', { name: 'Correct name or telephone' }));
    await user.clear(screen.getByLabelText('First name'));
    await user.type(screen.getByLabelText('First name'), 'Eleonora{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Eleonora Bianchi'),
    );
  });

  test('deactivated and back again', async () => {
    const { user } = await renderPortal({ path: elena, as });
    await user.click(await screen.findByRole('button', { name: 'Deactivate' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Deactivate' }));
    expect(await screen.findByText('The account is deactivated.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Reactivate' })).toBeTruthy();
  });

  test('C5 the last administrator stays, in words', async () => {
    const { user } = await renderPortal({ path: pageOf('bruno.galli'), as });
    await user.click(await screen.findByRole('button', { name: 'Deactivate' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Deactivate' }));
    expect((await screen.findByRole('alert')).textContent).toContain('last person who can manage');
  });

  test('R24 a link for a new password goes to the person', async () => {
    const { user } = await renderPortal({ path: elena, as });
    await user.click(await screen.findByRole('button', { name: 'Send a link for a new password' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Send a link for a new password' }));
    expect(await screen.findByText('The link is on its way to elena.bianchi@rossi.example.')).toBeTruthy();
  });

  test('C21 who lost phone and codes gets back in: the consequence is said before', async () => {
    const { user } = await renderPortal({ path: pageOf('marco.conti'), as });
    await user.click(await screen.findByRole('button', { name: 'Remove the second factor' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/the password alone is enough to sign in/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Remove the second factor' }));
    expect(await screen.findByText(/The second factor is removed/)).toBeTruthy();
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Remove the second factor' })).toBeNull(),
    );
  });

  test('C21 without a second factor there is none to remove', async () => {
    await renderPortal({ path: elena, as });
    await screen.findByRole('button', { name: 'Deactivate' });
    expect(screen.queryByRole('button', { name: 'Remove the second factor' })).toBeNull();
  });
});
