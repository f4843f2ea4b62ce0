import { screen } from '@testing-library/react';
import { password } from '../../../test/mock-server/people';
import { renderPortal } from '../../../test/render-portal';

async function firstStep(path = '/sign-in') {
  const portal = await renderPortal({ path });
  await portal.user.type(await screen.findByLabelText('E-mail address'), 'secure@rossi.example');
  await portal.user.type(screen.getByLabelText('Password'), `${password}{Enter}`);
  return { ...portal, code: await screen.findByLabelText('Code from your authenticator app') };
}

describe('C21 the second step of signing in', () => {
  test('by keyboard alone leads to the page that was asked for', async () => {
    const { user, history, code } = await firstStep('/sign-in?next=/invoices');
    expect(screen.getByRole('heading', { level: 1, name: 'One more step' })).toBeTruthy();
    expect(document.activeElement).toBe(code);
    expect(code.getAttribute('autocomplete')).toBe('one-time-code');
    await user.keyboard('123456{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Invoices' })).toBeTruthy();
    expect(history.location.pathname).toBe('/invoices');
  });

  test('a wrong code says so and takes the focus; what was typed stays', async () => {
    const { user, code } = await firstStep();
    await user.type(code, '654321{Enter}');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('That code is not right');
    expect(document.activeElement).toBe(alert);
    expect(screen.getByLabelText<HTMLInputElement>('Code from your authenticator app').value).toBe('654321');
  });

  test('an empty code is named at the field, and nothing is sent', async () => {
    const { user } = await firstStep();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Enter the code');
    expect(screen.getByLabelText('Code from your authenticator app').getAttribute('aria-invalid')).toBe(
      'true',
    );
  });

  test('a recovery code serves instead', async () => {
    const { user, history } = await firstStep();
    await user.click(screen.getByRole('button', { name: 'Use a recovery code instead' }));
    await user.type(await screen.findByLabelText('Recovery code'), '7KQ0-M2XA-9TRD-C40H{Enter}');
    expect(await screen.findByRole('heading', { name: /Serena/ })).toBeTruthy();
    expect(history.location.pathname).toBe('/');
  });

  test('too late leads back to the first step, with the reason', async () => {
    const { user, code } = await firstStep();
    await user.type(code, '000000{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('That took too long');
    expect(screen.getByLabelText<HTMLInputElement>('E-mail address').value).toBe('secure@rossi.example');
  });

  test('without passkeys in the browser there is no button for them', async () => {
    await firstStep();
    expect(screen.queryByRole('button', { name: /passkey/ })).toBeNull();
  });
});
