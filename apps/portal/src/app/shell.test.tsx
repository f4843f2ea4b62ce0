import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../test/render-portal';

const places = async (name = 'Main') =>
  within(await screen.findByRole('navigation', { name }))
    .getAllByRole('link')
    // the first link is the brand
    .slice(1)
    .map((link) => link.textContent);

describe('the frame', () => {
  test.each([
    ['machines.only@rossi.example', ['Overview', 'Machines', 'Locations', 'My account']],
    ['nothing@rossi.example', ['Overview', 'My account']],
    ['sara@aurora.example', ['Customers', 'My account']],
  ])('navigation shows what exists and the rights of %s allow', async (as, expected) => {
    await renderPortal({ as });
    await screen.findByRole('heading', { level: 1 });
    expect((await places()).map((place) => place?.replace(/\d+$/, ''))).toEqual(expected);
  });

  test('counts stand beside machines and orders', async () => {
    await renderPortal({ as: 'emma.rinaldi@rossi.example' });
    await waitFor(async () => expect(await places()).toContain('Machines39'));
    expect(await places()).toContain('Orders5');
  });

  test('staff begin with their customers', async () => {
    const { history } = await renderPortal({ as: 'sara@aurora.example' });
    expect(await screen.findByText('De Vries Logistiek')).toBeTruthy();
    expect(history.location.pathname).toBe('/console/customers');
  });

  test("the account's language is the page's, without a word of another", async () => {
    await renderPortal({ as: 'elena.bianchi@rossi.example' });
    expect(await screen.findByText('36 macchine su 39 sono a posto.')).toBeTruthy();
    expect(document.documentElement.lang).toBe('it');
    expect(await places('Principale')).toContain('Richieste di assistenza');
  });

  test('changing the language in the account changes the page and is kept', async () => {
    const { user, mockSession } = await renderPortal({ path: '/account', as: 'emma.rinaldi@rossi.example' });
    await user.selectOptions(await screen.findByLabelText('Language'), 'nl');
    expect(await screen.findByRole('heading', { level: 1, name: 'Mijn account' })).toBeTruthy();
    expect(mockSession.person?.user.locale).toBe('nl');
  });

  test('signing out forgets everything and leads to the door', async () => {
    const { user, client } = await renderPortal({ path: '/account', as: 'emma.rinaldi@rossi.example' });
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
    expect(JSON.stringify(client.cache.extract())).not.toContain('Emma');
  });

  test('after following a link the focus is on the new heading', async () => {
    const { user } = await renderPortal({ as: 'emma.rinaldi@rossi.example' });
    await screen.findByText('36 of 39 machines are fine.');
    await user.click(
      within(screen.getByRole('navigation', { name: 'Main' })).getByRole('link', { name: /Invoices/ }),
    );
    const heading = await screen.findByRole('heading', { level: 1, name: 'Invoices' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });

  test('an address that leads nowhere says so', async () => {
    await renderPortal({ path: '/no/such/page', as: 'emma.rinaldi@rossi.example' });
    expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeTruthy();
  });
});
