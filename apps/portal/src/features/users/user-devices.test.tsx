import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const anna = 'anna.neri@rossi.example';
const marco = '/administration/users/user-marco.conti@rossi.example';
const elena = '/administration/users/user-elena.bianchi@rossi.example';
const bruno = '/administration/users/user-bruno.galli@rossi.example';

test('R19 a machine is found, its absence explained, given, and taken away again', async () => {
  const { user } = await renderPortal({ path: elena, as: anna });
  expect(await screen.findByText(/Elena Bianchi sees no machine/)).toBeTruthy();
  await user.type(screen.getByLabelText('Name, serial number or model'), 'Reception');
  const found = within(await screen.findByRole('table', { name: 'Machines found' }));
  expect((await found.findAllByText(/No, not assigned/)).length).toBeGreaterThan(0);
  await user.click(found.getAllByRole('button', { name: /^Give: Reception/ })[0] as HTMLElement);
  expect((await screen.findByText(/^Elena Bianchi sees Reception/)).getAttribute('role')).toBe('status');
  expect(await found.findByText('Yes, assigned.')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: /^Take away: Reception/ }));
  expect(await screen.findByText(/is no longer given to Elena Bianchi by itself/)).toBeTruthy();
});

test('R22 a group is given and taken away', async () => {
  const { user } = await renderPortal({ path: elena, as: anna });
  await user.selectOptions(await screen.findByLabelText('Group to give'), 'Turin, first floor (5)');
  await user.click(
    within(screen.getByRole('form', { name: 'Give a group' })).getByRole('button', { name: 'Give' }),
  );
  expect(await screen.findByText('Elena Bianchi has the group Turin, first floor now.')).toBeTruthy();
  const groups = within(screen.getByRole('table', { name: 'Groups given' }));
  await user.click(await groups.findByRole('button', { name: 'Take away: Turin, first floor' }));
  expect(await screen.findByText('Elena Bianchi no longer has the group Turin, first floor.')).toBeTruthy();
});

test('assignments are not offered where rights make them idle', async () => {
  await renderPortal({ path: bruno, as: anna });
  expect(
    await screen.findByText(/Bruno Galli sees all machines of the organisation, because of the right/),
  ).toBeTruthy();
  expect(screen.queryByLabelText('Group to give')).toBeNull();
});

test('somebody without the right to see machines is said to see none', async () => {
  await renderPortal({ path: marco, as: anna });
  expect(await screen.findByText(/the right to see machines is missing/)).toBeTruthy();
});

test('looking through the eyes of a person asks first, and says what stays closed', async () => {
  const { user, history } = await renderPortal({ path: bruno, as: anna });
  await user.click(await screen.findByRole('button', { name: 'What does Bruno Galli see?' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'See the portal as Bruno Galli?' }));
  expect(dialog.getByText(/Nothing can be changed meanwhile/)).toBeTruthy();
  expect(dialog.getByText(/The audit log keeps that you looked/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Look' }));
  await waitFor(() => expect(history.location.pathname).toBe('/'));
  expect(await screen.findByRole('region', { name: 'Viewing as somebody else' })).toBeTruthy();
});
