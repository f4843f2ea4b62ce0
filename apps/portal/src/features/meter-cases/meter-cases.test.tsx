import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const maria = 'maria.conti@aurora.example';
const rows = async () =>
  within(await screen.findByRole('table', { name: 'Meter cases' }))
    .getAllByRole('row')
    .slice(1);

describe('meter cases', () => {
  test('say what happened with the values, and lead to the machine', async () => {
    const { user } = await renderPortal({ path: '/console/meter-cases', as: maria });
    expect(await screen.findByText(/^Black and white fell from 184,203 to 412 on /)).toBeTruthy();
    expect(await rows()).toHaveLength(3);
    await user.click(screen.getByRole('link', { name: /^Reception/ }));
    const link = await screen.findByRole('link', { name: /^Reception.* \(AA2J/ });
    expect(link.getAttribute('href')).toBe('/machines/device-001?tab=meters');
  });

  test('a decision says what it does, needs a reason, and takes the case from the list', async () => {
    const { user, history } = await renderPortal({ path: '/console/meter-cases?case=case-1', as: maria });
    await user.click(await screen.findByRole('radio', { name: 'The reading is wrong' }));
    expect(screen.getByText(/counts for nothing/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Decide' }));
    expect(await screen.findByText('A reason of 1 to 500 characters is needed.')).toBeTruthy();
    await user.type(screen.getByLabelText('Reason'), 'Read at another machine');
    await user.click(screen.getByRole('button', { name: 'Decide' }));
    expect((await screen.findByText(/^Decided: Reception/)).getAttribute('role')).toBe('status');
    expect(await rows()).toHaveLength(2);
    expect(history.location.search).toBe('');
  });

  test('are narrowed by kind, organisation and age, in the URL', async () => {
    const { user, history } = await renderPortal({ path: '/console/meter-cases?days=7', as: maria });
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    await user.selectOptions(screen.getByLabelText('What happened'), 'FLAGGED');
    expect(await screen.findByText('No case fits')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    await waitFor(async () => expect(await rows()).toHaveLength(3));
    await user.selectOptions(await screen.findByLabelText('Organisation'), 'De Vries Logistiek (300514)');
    await waitFor(() => expect(history.location.search).toBe('?customer=customer-vries'));
  });

  test('stand in the navigation of those who decide them', async () => {
    await renderPortal({ path: '/console/customers', as: 'sara@aurora.example' });
    await screen.findByRole('heading', { name: 'Customers' });
    expect(screen.queryByRole('link', { name: 'Meter cases' })).toBeNull();
  });
});
