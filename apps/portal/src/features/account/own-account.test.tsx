import { screen, waitFor, within } from '@testing-library/react';
import { password } from '../../../test/mock-server/people';
import { renderPortal } from '../../../test/render-portal';

const as = 'emma.rinaldi@rossi.example';

describe('the own profile', () => {
  test('R7 a new name is saved, and the frame shows it', async () => {
    const { user } = await renderPortal({ path: '/account', as });
    const name = await screen.findByLabelText('First name');
    await user.clear(name);
    await user.type(name, 'Emilia{Enter}');
    expect((await screen.findByRole('status')).textContent).toContain('Your profile is saved');
    expect(await screen.findByText('Emilia Rinaldi')).toBeTruthy();
  });

  test('an empty name is named at its field', async () => {
    const { user } = await renderPortal({ path: '/account', as });
    await user.clear(await screen.findByLabelText('First name'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('alert');
    expect(screen.getByLabelText('First name').getAttribute('aria-invalid')).toBe('true');
  });

  test('R9 says who changes the data of the company', async () => {
    await renderPortal({ path: '/account', as });
    const sheet = within(await screen.findByRole('region', { name: 'Invoices and company data' }));
    expect(sheet.getByRole('link', { name: 'fatture@aurora.example' })).toBeTruthy();
  });

  test('R6 another address needs the password, and waits for its confirmation', async () => {
    const { user } = await renderPortal({ path: '/account', as });
    await user.click(await screen.findByRole('button', { name: 'Change the address' }));
    await user.type(screen.getByLabelText('New e-mail address'), 'emma@verdi.example');
    await user.type(screen.getByLabelText('Your password'), 'not this{Enter}');
    await screen.findByRole('alert');
    expect(screen.getByLabelText('Your password').getAttribute('aria-invalid')).toBe('true');
    await user.clear(screen.getByLabelText('Your password'));
    await user.type(screen.getByLabelText('Your password'), `${password}{Enter}`);
    expect((await screen.findByRole('status')).textContent).toContain(
      'A link is on its way to emma@verdi.example',
    );
    expect(screen.getByText(as)).toBeTruthy();
  });
});

test('R3 the password is changed with the present one', async () => {
  const { user } = await renderPortal({ path: '/account/security', as });
  await user.type(await screen.findByLabelText('Present password'), password);
  await user.type(screen.getByLabelText('New password'), 'a sentence that I remember{Enter}');
  expect(await screen.findByText(/Your password is changed/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('New password').value).toBe('');
});

test('notices of machines can be switched off, those of safety cannot', async () => {
  const { user } = await renderPortal({ path: '/account/notifications', as });
  const notice = await screen.findByRole('switch', { name: /When the machines change that I see/ });
  await user.click(notice);
  expect((await screen.findByRole('status')).textContent).toContain('no longer told');
  expect(screen.getAllByRole('switch')).toHaveLength(1);
  expect(screen.getByText(/These cannot be switched off/)).toBeTruthy();
});

describe('privacy', () => {
  test('R12 R13 consent is no until it is given, and says when and to what', async () => {
    const { user } = await renderPortal({ path: '/account/privacy', as });
    const box = await screen.findByRole<HTMLInputElement>('checkbox', {
      name: /e-mail information from Aurora Stampa/,
    });
    expect(box.checked).toBe(false);
    expect(screen.getByText(/You have not said yes so far/)).toBeTruthy();
    await user.click(box);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect((await screen.findByRole('status')).textContent).toContain('you get news by e-mail');
    expect(screen.getByText(/Given on .* to version 2026-11/)).toBeTruthy();
  });

  test('C41 the data come as a file', async () => {
    const made: Blob[] = [];
    URL.createObjectURL = (blob) => `blob:${made.push(blob as Blob)}`;
    URL.revokeObjectURL = () => undefined;
    // jsdom cannot download
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    const { user } = await renderPortal({ path: '/account/privacy', as });
    await user.click(await screen.findByRole('button', { name: 'Download my data' }));
    await screen.findByRole('status');
    expect(made).toHaveLength(1);
    expect(made[0]?.type).toContain('application/json');
  });

  test('C41 closing the account says what follows, asks twice, and leads to the door', async () => {
    const { user, history } = await renderPortal({ path: '/account/privacy', as });
    expect(await screen.findByText(/with a pseudonym in place of your name/)).toBeTruthy();
    await user.type(screen.getByLabelText('Your password'), `${password}{Enter}`);
    const dialog = within(await screen.findByRole('dialog', { name: 'Close your account' }));
    await user.click(dialog.getByRole('button', { name: 'Keep my account' }));
    expect(history.location.pathname).toBe('/account/privacy');
    await user.click(screen.getByRole('button', { name: 'Close my account' }));
    await user.click(await screen.findByRole('button', { name: 'Delete everything for good' }));
    await waitFor(() => expect(history.location.pathname).toBe('/sign-in'));
  });

  test('the last administrator stays, and is told what to do first', async () => {
    const { user } = await renderPortal({ path: '/account/privacy', as: 'new@nuovo.example' });
    await user.type(await screen.findByLabelText('Your password'), `${password}{Enter}`);
    await user.click(await screen.findByRole('button', { name: 'Delete everything for good' }));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Make somebody else an administrator first',
    );
  });
});
