import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../test/render-portal';

const as = 'bianca@aurora.example';

describe('branch settings', () => {
  test('say their effect before they are stored, by keyboard alone', async () => {
    const { user } = await renderPortal({ path: '/console/branch', as });
    const cutOff = await screen.findByLabelText('Afternoon begins at');
    await user.clear(cutOff);
    await user.type(cutOff, '11:00{Enter}');
    expect(await screen.findByText(/is expected on Thursday 26 November instead of/)).toBeTruthy();
    expect(screen.getByText(/^Version 4, changed by Bianca Riva/)).toBeTruthy();
    screen.getByRole('button', { name: 'Store these settings' }).focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/^Version 5, changed by Bianca Riva/)).toBeTruthy();
  });

  test('an effect that was shown goes when something else is typed', async () => {
    const { user } = await renderPortal({ path: '/console/branch', as });
    await user.click(await screen.findByRole('button', { name: 'Show the effect' }));
    expect(await screen.findByText(/nothing would change/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Store these settings' })).toBeNull();
    await user.type(screen.getByLabelText('Name of the branch'), '!');
    expect(screen.queryByText(/nothing would change/)).toBeNull();
  });

  test('what cannot be stored is named above and leads to its field', async () => {
    const { user } = await renderPortal({ path: '/console/branch', as });
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
      await user.click(await screen.findByRole('checkbox', { name: day }));
    await user.click(screen.getByRole('button', { name: 'Show the effect' }));
    await user.click(await screen.findByRole('link', { name: 'Please fill this in.' }));
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Monday' }));
  });

  test('the history names each change in words, and brings a version back after a question', async () => {
    const { user } = await renderPortal({ path: '/console/branch?tab=history', as });
    expect(await screen.findByText('Invoices and company data: Opening hours')).toBeTruthy();
    const [first] = screen.getAllByRole('button', { name: 'Bring back' });
    await user.click(first ?? document.body);
    expect(await screen.findByText(/It becomes version 5/)).toBeTruthy();
  });
});

describe('staff', () => {
  test('an invitation without a role is refused with words, and nothing is sent', async () => {
    const { user } = await renderPortal({ path: '/console/staff', as });
    await user.type(await screen.findByLabelText('E-mail address'), 'new@aurora.example{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('Choose what your colleague will do.');
    await screen.findByRole('option', { name: 'Finance' });
    await user.selectOptions(screen.getByLabelText('Role'), 'Finance');
    await user.click(screen.getByRole('button', { name: 'Send the invitation' }));
    expect(await screen.findByText(/is on its way to new@aurora.example/)).toBeTruthy();
  });

  test('a colleague is deactivated after the consequence was read', async () => {
    const { user } = await renderPortal({ path: '/console/staff?member=staff-2', as });
    await user.click(await screen.findByRole('button', { name: 'Deactivate' }));
    expect(await screen.findByText(/Signed out at once/)).toBeTruthy();
    const buttons = screen.getAllByRole('button', { name: 'Deactivate' });
    await user.click(buttons.at(-1) ?? document.body);
    expect(await screen.findByRole('button', { name: 'Reactivate' })).toBeTruthy();
  });

  test('C21 whether staff need a second factor stands here', async () => {
    await renderPortal({ path: '/console/staff', as });
    const sheet = within(await screen.findByRole('region', { name: 'Second factor' }));
    expect(sheet.getByText(/Whether staff use a second factor is up to each of them/)).toBeTruthy();
  });
});

describe('customers in the console', () => {
  test('a number that is taken is named at its field, and what was typed stays', async () => {
    const { user } = await renderPortal({ path: '/console/new-customer', as });
    await user.type(await screen.findByLabelText('Name'), 'Bianchi');
    await user.type(screen.getByLabelText('Customer number'), '100218{Enter}');
    const link = await screen.findByRole('link', {
      name: 'Another customer of this branch has this number.',
    });
    await user.click(link);
    const field = screen.getByLabelText<HTMLInputElement>('Customer number');
    expect(document.activeElement).toBe(field);
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Bianchi');
    await user.clear(field);
    await user.type(field, '100999{Enter}');
    expect(await screen.findByRole('heading', { name: 'Bianchi' })).toBeTruthy();
  });

  test('S6 access is taken after the consequence was read, and given back', async () => {
    const { user } = await renderPortal({ path: '/console/customers/customer-rossi', as });
    await user.click(await screen.findByRole('button', { name: 'Suspend access' }));
    expect(await screen.findByText(/Everybody of the organisation is signed out at once/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Suspend' }));
    expect(await screen.findByText(/Access suspended since/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Give access back' })).toBeTruthy();
  });
});

describe('the address for messages', () => {
  test('R43 is confirmed by a press of the button; the token leaves the address bar', async () => {
    const { user, history } = await renderPortal({ path: '/confirm-notification-address#good' });
    await user.click(await screen.findByRole('button', { name: 'Confirm this address' }));
    expect(await screen.findByText(/Messages of Rossi Assicurazioni go to new@rossi.example/)).toBeTruthy();
    await waitFor(() => expect(history.location.hash).toBe(''));
  });

  test('a link without its token says what to do', async () => {
    await renderPortal({ path: '/confirm-notification-address' });
    expect(await screen.findByText(/This address is incomplete/)).toBeTruthy();
  });
});
