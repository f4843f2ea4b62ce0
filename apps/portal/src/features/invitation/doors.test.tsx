import { screen, waitFor } from '@testing-library/react';
import { goodToken } from '../../../test/mock-server/joining';
import { renderPortal } from '../../../test/render-portal';

describe('accepting an invitation', () => {
  test('R16 shows what one is invited to, takes the data, and leads to the sign-in page', async () => {
    const { user, history } = await renderPortal({ path: `/invitation#${goodToken}` });
    expect(await screen.findByText(/invited to see the printers of Rossi Assicurazioni/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('E-mail address').readOnly).toBe(true);
    // the token is in no history
    await waitFor(() => expect(history.location.href).toBe('/invitation'));
    await user.type(screen.getByLabelText('First name'), 'Luca');
    await user.tab();
    await user.keyboard('Ferrari');
    await user.type(screen.getByLabelText('Telephone'), '+39 02 5550 177');
    await user.type(screen.getByLabelText('Password'), 'seven quiet herons at dusk{Enter}');
    expect(await screen.findByText(/you sign in with luca.ferrari@rossi.example/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(history.location.pathname).toBe('/sign-in');
  });

  test('what is missing stands at its field and above the form', async () => {
    const { user } = await renderPortal({ path: `/invitation#${goodToken}` });
    await user.type(await screen.findByLabelText('First name'), 'Luca');
    await user.click(screen.getByRole('button', { name: 'Accept the invitation' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('3 things are to be put right');
    expect(screen.getByLabelText<HTMLInputElement>('First name').value).toBe('Luca');
    expect(screen.getByLabelText('Password').getAttribute('aria-invalid')).toBe('true');
  });

  test.each(['/invitation#used', '/invitation'])(
    'a link that does not work says what to do (%s)',
    async (path) => {
      await renderPortal({ path });
      expect((await screen.findByRole('alert')).textContent).toContain('Ask the person who invited you');
    },
  );
});

describe('applying for an account', () => {
  test('R18 S1 asks for an administrator first, and confirms nothing', async () => {
    const { user } = await renderPortal({ path: '/apply?branch=NL' });
    expect(await screen.findByText('Is there an administrator in your organisation?')).toBeTruthy();
    await user.type(screen.getByLabelText('Customer number'), '300514');
    await user.type(screen.getByLabelText('Your e-mail address at work'), 'luca');
    await user.click(screen.getByRole('button', { name: 'Send the application' }));
    expect((await screen.findByRole('alert')).textContent).toContain('This is not an e-mail address.');
    await user.type(screen.getByLabelText('Your e-mail address at work'), '@devries.example');
    await user.click(screen.getByRole('button', { name: 'Send the application' }));
    expect(await screen.findByText(/If the customer number is right/)).toBeTruthy();
  });

  test('R15 where accounts come by invitation it says so', async () => {
    await renderPortal({ path: '/apply?branch=IT' });
    expect(await screen.findByText(/by invitation only/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Send the application' })).toBeNull();
  });
});
