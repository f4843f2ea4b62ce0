import { screen, waitFor } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const emma = 'emma.rinaldi@rossi.example';
const open = (path = '/administration/audit', as = emma) => renderPortal({ path, as });

describe('C40 the audit log', () => {
  test('says that it is whole, and tells each act in words', async () => {
    await open();
    expect(await screen.findByText(/Complete and unchanged: all 11 entries/)).toBeTruthy();
    expect(await screen.findByRole('link', { name: 'Key replaced' })).toBeTruthy();
    expect(screen.getByText('Somebody not signed in')).toBeTruthy();
    expect(screen.getByText('seen through by Emma Rinaldi')).toBeTruthy();
  });

  test('a choice writes an operator into the address', async () => {
    const { user, history } = await open();
    await user.selectOptions(await screen.findByLabelText('What happened'), 'User erased');
    await waitFor(() => expect(history.location.search).toBe('?q=action%3Auser.erased'));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Key replaced' })).toBeNull());
    expect(screen.getByRole('link', { name: 'User erased' })).toBeTruthy();
  });

  test('a line of operators that leads to nothing is told apart from an empty log', async () => {
    const { user, history } = await open('/administration/audit?q=action:access.denied+moon:full');
    expect(await screen.findByText('No entry fits')).toBeTruthy();
    expect(screen.getByText('Not understood: moon:full')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    await waitFor(() => expect(history.location.search).toBe(''));
    expect(await screen.findByRole('link', { name: 'Key replaced' })).toBeTruthy();
  });

  test('an entry shows what was recorded, its proof, and the way to its neighbours', async () => {
    const { user, history } = await open();
    await user.click(await screen.findByRole('link', { name: 'Key replaced' }));
    expect(await screen.findByText('overlapHours')).toBeTruthy();
    expect(screen.getByText('c0ffee42'.repeat(8))).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Everything about the same thing' }));
    await waitFor(() => expect(history.location.search).toMatch(/^\?q=target%3A/));
  });

  test('an entry that is not there leads back', async () => {
    await open('/administration/audit/01900000-0000-7000-8000-00000000dead');
    expect(await screen.findByText('This entry does not exist')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'To the log' })).toBeTruthy();
  });

  test('a file is taken, and the page says how much is in it', async () => {
    URL.createObjectURL = () => 'blob:nothing';
    URL.revokeObjectURL = () => {};
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Download CSV' }));
    expect(await screen.findByText(/11 entries were written to the file/)).toBeTruthy();
    expect(click).toHaveBeenCalledTimes(1);
    click.mockRestore();
  });

  test('an empty log says what will come', async () => {
    await open('/administration/audit', 'new@nuovo.example');
    expect(await screen.findByText('Nothing recorded yet')).toBeTruthy();
  });

  test('without the right the page says whom to ask', async () => {
    await open('/administration/audit', 'machines.only@rossi.example');
    expect(await screen.findByRole('heading', { name: 'Audit log' })).toBeTruthy();
    expect(screen.queryByText(/Complete and unchanged/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Download CSV' })).toBeNull();
  });
});
