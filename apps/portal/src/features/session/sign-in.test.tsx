import { screen, waitFor } from '@testing-library/react';
import { password } from '../../../test/mock-server/people';
import { renderPortal } from '../../../test/render-portal';

type User = Awaited<ReturnType<typeof renderPortal>>['user'];

async function fillIn(user: User, email: string, secret: string) {
  const field = await screen.findByLabelText('E-mail address');
  await user.clear(field);
  if (email !== '') await user.type(field, email);
  if (secret !== '') await user.type(screen.getByLabelText('Password'), secret);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('signing in', () => {
  test('leads to the page that was asked for', async () => {
    const { user, history } = await renderPortal({ path: '/orders?status=underway' });
    await fillIn(user, 'emma.rinaldi@rossi.example', password);
    expect(await screen.findByRole('heading', { name: 'Consumable orders' })).toBeTruthy();
    expect(history.location.href).toBe('/orders?status=underway');
  });

  test('a wrong password says so, takes the focus and keeps the address', async () => {
    const { user } = await renderPortal();
    await fillIn(user, 'emma.rinaldi@rossi.example', 'wrong');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('E-mail address or password is wrong');
    expect(document.activeElement).toBe(alert);
    expect(screen.getByLabelText<HTMLInputElement>('E-mail address').value).toBe(
      'emma.rinaldi@rossi.example',
    );
    expect(localStorage.getItem('platen.sign-in-email')).toBe('emma.rinaldi@rossi.example');
    expect(JSON.stringify({ ...localStorage })).not.toContain('wrong');
  });

  test('an empty field is named at the top and at the field, and nothing is sent', async () => {
    const { user } = await renderPortal();
    await fillIn(user, '', 'something');
    expect((await screen.findByRole('alert')).textContent).toContain('Enter your e-mail address');
    expect(screen.getByLabelText('E-mail address').getAttribute('aria-invalid')).toBe('true');
  });

  test('too many attempts say when to try again', async () => {
    const { user } = await renderPortal();
    await fillIn(user, 'locked@rossi.example', 'something');
    expect((await screen.findByRole('alert')).textContent).toMatch(/Try again at \d\d:\d\d/);
  });

  test.each([
    ['IT', "Your organisation's administrator can send you"],
    ['NL', 'Noorderlicht Print can send you'],
  ])('R5 branch %s says who helps with a password', async (branch, words) => {
    await renderPortal({ path: `/sign-in?branch=${branch}` });
    expect(await screen.findByText(new RegExp(words))).toBeTruthy();
  });

  test('the language can be switched before anybody is known', async () => {
    const { user } = await renderPortal();
    await user.click(await screen.findByRole('button', { name: 'Nederlands' }));
    expect(await screen.findByLabelText('Wachtwoord')).toBeTruthy();
    expect(document.documentElement.lang).toBe('nl');
    expect(screen.queryByText('Password')).toBeNull();
  });

  test('an expired session leads here and, after signing in, back', async () => {
    const { user, mockSession, history } = await renderPortal({
      path: '/machines',
      as: 'emma.rinaldi@rossi.example',
    });
    await screen.findByRole('link', { name: /Archive ECOSYS/ });
    mockSession.person = undefined;
    await user.click(screen.getAllByRole('link', { name: /Invoices/ })[0] ?? document.body);
    expect(await screen.findByText(/Your session has ended/)).toBeTruthy();
    await fillIn(user, 'emma.rinaldi@rossi.example', password);
    await waitFor(() => expect(history.location.pathname).toBe('/invoices'));
  });

  test.each(['//evil.example/', '/\\evil.example', 'https://evil.example/'])(
    'the way back never leaves the portal (%s)',
    async (next) => {
      const { user, history } = await renderPortal({ path: `/sign-in?next=${encodeURIComponent(next)}` });
      await fillIn(user, 'emma.rinaldi@rossi.example', password);
      expect(await screen.findByRole('heading', { name: /Emma/ })).toBeTruthy();
      expect(history.location.href).toBe('/');
    },
  );
});
