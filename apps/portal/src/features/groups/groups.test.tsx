import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const giorgia = 'giorgia.sala@rossi.example';
const rowsOf = async (name: string) =>
  within(await screen.findByRole('table', { name }))
    .getAllByRole('row')
    .slice(1);

describe('groups', () => {
  test('S2 the list says how large each is and how many people have it', async () => {
    await renderPortal({ path: '/groups', as: giorgia });
    await screen.findByText('Claims');
    expect((await rowsOf('Groups')).map((row) => row.textContent)).toEqual([
      'Claims62',
      'Turin, first floor50',
    ]);
  });

  test('R21 a new group is made by keyboard and opens, and a taken name is told at its field', async () => {
    const { user, history } = await renderPortal({ path: '/groups', as: giorgia });
    const field = await screen.findByLabelText('Name of the group');
    await user.type(field, 'Claims{Enter}');
    expect(
      (await screen.findByRole('link', { name: 'Another group already has this name.' })).getAttribute(
        'href',
      ),
    ).toBe('#name');
    await user.clear(field);
    await user.type(field, 'Cellar{Enter}');
    await waitFor(() => expect(history.location.pathname).toBe('/groups/group-2'));
    expect(await screen.findByRole('heading', { level: 1, name: 'Cellar' })).toBeTruthy();
    expect(screen.getByText('No machine in it yet.')).toBeTruthy();
  });

  test('R21 a new group by rule shows what it gathers while it is chosen, and is full at once', async () => {
    const { user, history } = await renderPortal({ path: '/groups', as: giorgia });
    await user.type(await screen.findByLabelText('Name of the group'), 'All of HP');
    await user.click(screen.getByLabelText('By rule: machines come and go by themselves'));
    expect(screen.getByText(/Choose at least one condition/)).toBeTruthy();
    await user.click(screen.getByRole('combobox', { name: 'Makers' }));
    await user.click(await screen.findByRole('option', { name: 'HP', hidden: true }));
    expect(await screen.findByText(/machines fit now/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Create group' }));
    await waitFor(() => expect(history.location.pathname).toMatch(/^\/groups\/group-\d/));
    expect(await screen.findByText('Filled by rule')).toBeTruthy();
    expect(screen.queryByText('Add machines')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Change the rule' }));
    await user.click(screen.getByRole('button', { name: 'Fill by hand from now on' }));
    expect(await screen.findByText(/is filled by hand from now on/)).toBeTruthy();
    expect(await screen.findByText('Add machines')).toBeTruthy();
  });

  test('R37 machines are found and added, and taken out again', async () => {
    const { user } = await renderPortal({ path: '/groups/group-turin', as: giorgia });
    await waitFor(async () => expect(await rowsOf('Machines in this group')).toHaveLength(5));
    expect(screen.getByText(/sees an added machine at once, and is told by e-mail/)).toBeTruthy();
    await user.type(screen.getByLabelText('Name, serial number or model'), 'Reception');
    await user.click(await screen.findByRole('button', { name: /^Add: Reception/ }));
    expect((await screen.findByText('One machine was added.')).getAttribute('role')).toBe('status');
    await waitFor(async () => expect(await rowsOf('Machines in this group')).toHaveLength(6));
    const found = within(await screen.findByRole('table', { name: 'Machines found' }));
    expect(await found.findByText('in this group')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Take out: Reception/ }));
    expect(await screen.findByText(/is no longer in the group/)).toBeTruthy();
    await waitFor(async () => expect(await rowsOf('Machines in this group')).toHaveLength(5));
  });

  test('R22 the people of a group: taken from and given to', async () => {
    const { user } = await renderPortal({ path: '/groups/group-claims/people', as: giorgia });
    await waitFor(async () => expect(await rowsOf('People who have this group')).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: 'Take away: Lucia Greco' }));
    expect(await screen.findByText('Lucia Greco no longer has this group.')).toBeTruthy();
    await user.type(screen.getByLabelText('Name or e-mail address'), 'bruno');
    await user.click(await screen.findByRole('button', { name: 'Give: Bruno Galli' }));
    expect(await screen.findByText('Bruno Galli has this group now.')).toBeTruthy();
  });

  test('deleting says first who loses what, and Escape keeps the group', async () => {
    const { user, history } = await renderPortal({ path: '/groups/group-claims', as: giorgia });
    await user.click(await screen.findByRole('button', { name: 'Delete group' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete the group Claims?' }));
    expect(dialog.getByText(/2 people have it, and no longer see the machines/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Keep it' }));
    expect(history.location.pathname).toBe('/groups/group-claims');
    await user.click(screen.getByRole('button', { name: 'Delete group' }));
    const again = within(await screen.findByRole('dialog', { name: 'Delete the group Claims?' }));
    await user.click(again.getByRole('button', { name: 'Delete group' }));
    await waitFor(() => expect(history.location.pathname).toBe('/groups'));
    expect(await screen.findByText('Turin, first floor')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('Claims')).toBeNull());
  });

  test('a group of somebody else is as one that does not exist', async () => {
    await renderPortal({ path: '/groups/group-claims', as: 'jan@devries.example', language: 'nl' });
    expect(await screen.findByText('Deze groep is niet een van de uwe')).toBeTruthy();
  });

  test('the list of machines is narrowed to a group by the URL', async () => {
    const { user, history } = await renderPortal({ path: '/machines', as: giorgia });
    await user.selectOptions(await screen.findByLabelText('Group'), 'Claims');
    await waitFor(() => expect(history.location.href).toBe('/machines?group=group-claims'));
    expect(await screen.findByText('6 machines match.')).toBeTruthy();
  });
});

describe('who misses a machine', () => {
  test('R31 a member is sent to the own administrator', async () => {
    await renderPortal({ path: '/machines', as: 'machines.only@rossi.example' });
    expect(await screen.findByText(/Its assignment may have changed/)).toBeTruthy();
  });

  test('R32 an administrator is given telephone and mail of the provider', async () => {
    await renderPortal({ path: '/machines', as: giorgia });
    expect(await screen.findByText(/Missing a machine of your organisation/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '800 555 200' }).getAttribute('href')).toBe('tel:800555200');
    expect(screen.getByRole('link', { name: 'portale@aurora.example' })).toBeTruthy();
  });

  test('the machine itself says why it is seen', async () => {
    await renderPortal({ path: '/machines/device-001', as: giorgia });
    expect(await screen.findByText('Why do I see this machine?')).toBeTruthy();
    expect(screen.getByText('You see all machines of your organisation.')).toBeTruthy();
  });
});

describe('through other eyes', () => {
  test('every page says so, and the way back leads to the person', async () => {
    const { user, mockSession, history } = await renderPortal({
      path: '/machines',
      as: 'watched@rossi.example',
    });
    const banner = within(await screen.findByRole('region', { name: 'Viewing as somebody else' }));
    expect(banner.getByText('You see the portal as Marco Conti.')).toBeTruthy();
    expect(banner.getByText(/Nothing can be changed/)).toBeTruthy();
    mockSession.watcher = { ...mockSession.person, viewedBy: undefined } as typeof mockSession.watcher;
    await user.click(banner.getByRole('button', { name: 'Go back' }));
    await waitFor(() => expect(history.location.pathname).toContain('/administration/users/'));
    expect(screen.queryByRole('region', { name: 'Viewing as somebody else' })).toBeNull();
  });
});
