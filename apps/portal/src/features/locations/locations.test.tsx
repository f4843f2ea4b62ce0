import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const giorgia = 'giorgia.sala@rossi.example';
const rita = 'rita.longo@aurora.example';
const rowsOf = async () =>
  within(await screen.findByRole('table', { name: 'Locations' }))
    .getAllByRole('row')
    .slice(1);

describe('locations', () => {
  test('R20 a location is added by keyboard; an unusual postal code is pointed out', async () => {
    const { user, history } = await renderPortal({ path: '/locations', as: giorgia });
    await screen.findByText('Bari, Lungomare 3');
    expect(await rowsOf()).toHaveLength(3);
    await user.click(screen.getByRole('link', { name: 'New location' }));
    await user.type(await screen.findByLabelText('Name of the location'), 'Genova{Enter}');
    expect(
      (await screen.findAllByRole('link', { name: 'This part of the address is needed.' }))[0]?.getAttribute(
        'href',
      ),
    ).toBe('#street');
    expect(screen.getByLabelText<HTMLInputElement>('Name of the location').value).toBe('Genova');
    await user.type(screen.getByLabelText('Street and number'), 'Via Po 1');
    await user.type(screen.getByLabelText('Postal code'), '161');
    await user.type(screen.getByLabelText('Town'), 'Genova');
    await user.type(screen.getByLabelText('Country'), 'IT{Enter}');
    await waitFor(() => expect(history.location.pathname).toBe('/locations/site-5'));
    expect(await screen.findByText(/Its postal code looks unusual/)).toBeTruthy();
    expect(screen.getByText('No machine stands here.')).toBeTruthy();
  });

  test('what changes says whom it concerns, and is shown when it is done', async () => {
    const { user } = await renderPortal({ path: '/locations/site-torino', as: giorgia });
    await user.click(await screen.findByRole('button', { name: 'Change' }));
    expect(screen.getByText(/go to this address from now on/)).toBeTruthy();
    const street = screen.getByLabelText('Street and number');
    await user.clear(street);
    await user.type(street, 'Via Nuova 5');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect((await screen.findByText('The location was saved.')).getAttribute('role')).toBe('status');
    expect(screen.getByText('Via Nuova 5')).toBeTruthy();
  });

  test('a location with machines is not closed, and says why', async () => {
    await renderPortal({ path: '/locations/site-milano', as: giorgia });
    expect(await screen.findByText(/Machines still stand here/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Close location' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Show them' }).getAttribute('href')).toBe(
      '/machines?site=site-milano',
    );
  });

  test('who only reads machines changes no location', async () => {
    await renderPortal({ path: '/locations/site-milano', as: 'machines.only@rossi.example' });
    expect(await screen.findByText('Via Torino 12')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
  });

  test('staff see those of their branch, narrowed to one organisation', async () => {
    const { user, history } = await renderPortal({ path: '/locations', as: rita });
    await waitFor(async () => expect(await rowsOf()).toHaveLength(5));
    await user.selectOptions(await screen.findByLabelText('Organisation'), 'De Vries Logistiek (300514)');
    await waitFor(async () => expect(await rowsOf()).toHaveLength(2));
    expect(history.location.search).toContain('customer=customer-vries');
  });
});
