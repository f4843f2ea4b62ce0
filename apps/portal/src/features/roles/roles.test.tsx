import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const as = 'anna.neri@rossi.example';

describe('roles', () => {
  test('the list says what each is for and how many have it', async () => {
    await renderPortal({ path: '/administration/roles', as });
    const table = within(await screen.findByRole('table', { name: 'Roles' }));
    expect(await table.findByRole('link', { name: /Administrator/ })).toBeTruthy();
    expect(table.getByText('One person')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Make a new role' })).toBeTruthy();
  });

  test('a new one by keyboard; without a name it is refused at its field', async () => {
    const { user, history } = await renderPortal({ path: '/administration/roles/new', as });
    await user.click(await screen.findByRole('checkbox', { name: 'Order supplies' }));
    await user.click(screen.getByRole('button', { name: 'Make role' }));
    await screen.findByRole('alert');
    const name = screen.getByLabelText('Name');
    expect(name.getAttribute('aria-invalid')).toBe('true');
    await user.type(name, 'Warehouse{Enter}');
    await waitFor(() => expect(history.location.pathname).toMatch(/^\/administration\/roles\/role-/));
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Warehouse');
  });

  test('one in use says whom a change concerns, and cannot be deleted', async () => {
    const { user } = await renderPortal({ path: '/administration/roles/role-accounts', as });
    await user.click(await screen.findByRole('checkbox', { name: 'Contracts' }));
    expect(screen.getByText('No longer allowed: Contracts.')).toBeTruthy();
    expect(screen.getByText('It acts for one person, from the next click on.')).toBeTruthy();
    expect(screen.getByText(/One person has this role/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete role' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save role' }));
    expect((await screen.findByRole('status')).textContent).toBe('The role is saved.');
  });

  test('a given one stays as it is, and says why', async () => {
    await renderPortal({ path: '/administration/roles/role-member', as });
    expect(await screen.findByText(/This role comes with the portal and stays as it is/)).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
