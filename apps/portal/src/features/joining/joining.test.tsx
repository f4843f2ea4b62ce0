import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const admin = 'giorgia.sala@rossi.example';
const start = (path = '/administration/joining') => renderPortal({ path, as: admin });

describe('inviting', () => {
  test('one person, by keyboard, and the list shows the invitation', async () => {
    const { user } = await start();
    await user.click(await screen.findByLabelText('E-mail address'));
    await user.keyboard('new.person@rossi.example{Enter}');
    expect(await screen.findByText('new.person@rossi.example is invited.')).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Invitations' });
    expect(await within(table).findByText('new.person@rossi.example')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('E-mail address').value).toBe('');
  });

  test('what is wrong stands at the field and above the form, and what was typed stays', async () => {
    const { user } = await start();
    const field = await screen.findByLabelText<HTMLInputElement>('E-mail address');
    await user.type(field, 'luca.ferrari@rossi.example');
    await user.click(screen.getByRole('button', { name: 'Send the invitation' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('This person has an open invitation');
    expect(document.activeElement).toBe(alert);
    expect(field.value).toBe('luca.ferrari@rossi.example');
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  test('of a list each bad line is marked, and only the good ones are invited', async () => {
    const { user } = await start('/administration/joining?invite=list');
    const field = await screen.findByLabelText('Addresses');
    await user.type(field, 'one@rossi.example\nnobody\ntwo@rossi.example');
    await user.click(screen.getByRole('button', { name: 'Check the list' }));
    const preview = await screen.findByRole('table', { name: 'What would become of each line' });
    expect(within(preview).getAllByText('Will be invited')).toHaveLength(2);
    expect(within(preview).getByText('This is not an e-mail address.')).toBeTruthy();
    expect(screen.queryByText('2 people were invited.')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Invite 2 people' }));
    expect(await screen.findByText('2 people were invited.')).toBeTruthy();
  });

  test('a list that is changed after the check has to be checked again', async () => {
    const { user } = await start('/administration/joining?invite=list');
    await user.type(await screen.findByLabelText('Addresses'), 'one@rossi.example');
    await user.click(screen.getByRole('button', { name: 'Check the list' }));
    await screen.findByRole('button', { name: 'Invite one person' });
    await user.type(screen.getByLabelText('Addresses'), '\nnobody');
    expect(screen.queryByRole('button', { name: 'Invite one person' })).toBeNull();
  });

  test('revoking says its consequence first', async () => {
    const { user } = await start();
    await user.click(await screen.findByRole('button', { name: 'Revoke: luca.ferrari@rossi.example' }));
    const dialog = await screen.findByRole('dialog', { name: 'Revoke this invitation?' });
    expect(dialog.textContent).toContain('stops working at once');
    await user.click(within(dialog).getByRole('button', { name: 'Revoke' }));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Revoke: luca.ferrari@rossi.example' })).toBeNull(),
    );
  });
});

describe('applications', () => {
  test('are approved with a role, and the page says how many wait', async () => {
    const { user } = await start('/administration/joining?tab=applications&application=application-1');
    expect(await screen.findByText('2 people are waiting for your decision.')).toBeTruthy();
    expect(await screen.findByText(/I run the reception/)).toBeTruthy();
    await user.selectOptions(await screen.findByLabelText('Role'), 'Administrator');
    await user.click(screen.getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('Approved. Chiara has been sent a link to join.')).toBeTruthy();
    expect(await screen.findByText('One person is waiting for your decision.')).toBeTruthy();
  });

  test('are declined after a question', async () => {
    const { user } = await start('/administration/joining?tab=applications&application=application-2');
    await user.click(await screen.findByRole('button', { name: 'Decline' }));
    const dialog = await screen.findByRole('dialog', { name: 'Decline this application?' });
    await user.click(within(dialog).getByRole('button', { name: 'Decline' }));
    expect(await screen.findByText('Declined. Davide has been told.')).toBeTruthy();
  });
});
