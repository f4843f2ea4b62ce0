import { screen, waitFor, within } from '@testing-library/react';
import { password } from '../../../../test/mock-server/people';
import { renderPortal } from '../../../../test/render-portal';

const open = async (as: string, path = '/account/security') => {
  const portal = await renderPortal({ path, as });
  await screen.findByRole('region', { name: 'Second factor' });
  return portal;
};
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('C21 my second factors', () => {
  test('an app is set up: password, key, code, recovery codes that are kept', async () => {
    const { user } = await open('emma.rinaldi@rossi.example');
    expect(screen.getByText(/Your password alone opens your account/)).toBeTruthy();
    await user.click(button('Set up'));
    expect(document.activeElement).toBe(screen.getByLabelText('Your present password'));
    await user.keyboard(`${password}{Enter}`);
    const code = await screen.findByLabelText('Code that the app shows now');
    expect(
      screen
        .getByRole('img', { name: /QR code/ })
        .querySelector('path')
        ?.getAttribute('d'),
    ).toMatch(/^M4 4h1/);
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeTruthy();
    await user.type(code, '123456{Enter}');
    await user.click(await screen.findByRole('button', { name: 'I have kept them' }));
    expect(screen.queryByText('7KQ0-M2XA-9TRD-C40H')).toBeNull();
    expect(await screen.findByText(/10 of ten are left/)).toBeTruthy();
    expect(screen.getByText(/asks for a second proof since/)).toBeTruthy();
  });

  test('a wrong password is named at the field, and nothing is shown', async () => {
    const { user } = await open('emma.rinaldi@rossi.example');
    await user.click(button('Set up'));
    await user.keyboard('wrong{Enter}');
    const alert = await screen.findByRole('alert');
    const words = 'This is not your present password.';
    await user.click(within(alert).getByRole('link', { name: words }));
    expect(document.activeElement).toBe(screen.getByLabelText('Your present password'));
    expect(screen.getAllByText(words)).toHaveLength(2);
    expect(screen.queryByRole('img', { name: /QR code/ })).toBeNull();
  });

  test('before one is removed its consequence is said', async () => {
    const { user } = await open('secure@rossi.example');
    await user.click(button('Remove: Work laptop'));
    expect(screen.getByText(/“Work laptop” no longer opens your account/)).toBeTruthy();
    await user.keyboard(`${password}{Enter}`);
    expect(await screen.findByText('The passkey was removed.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('Work laptop')).toBeNull());
  });

  test('who has to add one is led here from every page, told why, and let go afterwards', async () => {
    const { user, history } = await open('must.add@rossi.example', '/machines');
    expect(history.location.pathname).toBe('/account/security');
    expect(screen.getByText('Your organisation asks for a second factor')).toBeTruthy();
    await user.click(button('Set up'));
    await user.keyboard(`${password}{Enter}`);
    await user.type(await screen.findByLabelText('Code that the app shows now'), '123456{Enter}');
    await user.click(await screen.findByRole('button', { name: 'I have kept them' }));
    await waitFor(() => expect(screen.queryByText('Your organisation asks for a second factor')).toBeNull());
  });
});

describe('C26 my sessions', () => {
  test('name browser, address and who looks through my eyes; this one has no end button', async () => {
    await open('emma.rinaldi@rossi.example');
    const table = await screen.findByRole('table', { name: 'Where you are signed in' });
    await within(table).findByText('Firefox on Linux');
    expect(within(table).getByText('Safari on iOS')).toBeTruthy();
    expect(within(table).getByText('Address 2001:db8:17::4')).toBeTruthy();
    expect(within(table).getByText(/Elena Bianchi looks through your eyes/)).toBeTruthy();
    expect(within(table).getAllByRole('button', { name: 'End' })).toHaveLength(2);
  });

  test('all others end after a word about what that does', async () => {
    const { user } = await open('emma.rinaldi@rossi.example');
    await user.click(await screen.findByRole('button', { name: 'End all others' }));
    const dialog = screen.getByRole('dialog', { name: 'End all other sessions?' });
    expect(dialog.textContent).toContain('signed out at once');
    await user.click(within(dialog).getByRole('button', { name: 'End all others' }));
    expect(await screen.findByText('All other sessions were ended.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('Safari on iOS')).toBeNull());
  });
});
