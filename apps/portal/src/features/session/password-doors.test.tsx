import { screen, waitFor } from '@testing-library/react';
import { mockTokens } from '../../../test/mock-server/account';
import { renderPortal } from '../../../test/render-portal';

const sentence = 'a sentence that I remember';

describe('R4 a forgotten password', () => {
  test('is asked for from the sign-in page, and the answer says the same for every address', async () => {
    const { user } = await renderPortal({ path: '/sign-in?branch=NL' });
    await user.click(await screen.findByRole('link', { name: 'Forgotten your password?' }));
    const field = await screen.findByLabelText('E-mail address');
    await user.clear(field);
    await user.type(field, 'nobody@rossi.example{Enter}');
    expect((await screen.findByRole('status')).textContent).toContain(
      'If nobody@rossi.example belongs to an account',
    );
    // R5: and who helps when nothing comes
    expect(screen.getByText(/Noorderlicht Print can send you/)).toBeTruthy();
  });

  test('what is no address is named at the field', async () => {
    const { user } = await renderPortal({ path: '/forgotten-password' });
    await user.type(await screen.findByLabelText('E-mail address'), 'anna{Enter}');
    const alert = await screen.findByRole('alert');
    expect(document.activeElement).toBe(alert);
    expect(screen.getByLabelText('E-mail address').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('R2 a link to set a password', () => {
  test('works by keyboard alone, and its token leaves the address bar at once', async () => {
    const { user, history } = await renderPortal({ path: `/set-password#${mockTokens.password}` });
    const field = await screen.findByLabelText('New password');
    await waitFor(() => expect(history.location.href).toBe('/set-password'));
    await user.type(field, 'short{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('at least 15 characters');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await user.clear(field);
    await user.type(field, `${sentence}{Enter}`);
    expect((await screen.findByRole('status')).textContent).toContain('All open sessions have ended');
    await user.click(screen.getByRole('link', { name: 'To sign-in' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
  });

  test.each([
    ['is not complete', '/set-password', 'This link is not complete'],
    ['does not work any more', '/set-password#old', 'This link does not work any more'],
  ])('that %s says so, and how to get another', async (_what, path, words) => {
    const { user } = await renderPortal({ path });
    if (path.includes('#'))
      await user.type(await screen.findByLabelText('New password'), `${sentence}{Enter}`);
    expect((await screen.findByRole('alert')).textContent).toContain(words);
    expect(screen.getByRole('link', { name: 'Ask for a new link' }).getAttribute('href')).toBe(
      '/forgotten-password',
    );
  });
});

describe('C25 links about an address', () => {
  test('nothing is confirmed without a click', async () => {
    const { user, history } = await renderPortal({ path: `/confirm-email#${mockTokens.email}` });
    const button = await screen.findByRole('button', { name: 'Confirm this address' });
    await waitFor(() => expect(history.location.href).toBe('/confirm-email'));
    await user.click(button);
    expect((await screen.findByRole('status')).textContent).toContain(
      'you sign in with emma@rossi-new.example',
    );
    expect(localStorage.getItem('platen.sign-in-email')).toBe('emma@rossi-new.example');
  });

  test('undoing says first what follows', async () => {
    const { user } = await renderPortal({ path: `/undo-email#${mockTokens.undo}` });
    expect(await screen.findByText(/All sessions end, and so does the password/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo the change' }));
    expect((await screen.findByRole('status')).textContent).toContain('emma.rinaldi@rossi.example');
  });

  test('R5 a dead one says who helps', async () => {
    const { user } = await renderPortal({ path: '/confirm-email#old' });
    await user.click(await screen.findByRole('button', { name: 'Confirm this address' }));
    expect((await screen.findByRole('alert')).textContent).toContain('does not work any more');
    expect(screen.getByText('Cannot sign in?')).toBeTruthy();
  });
});
