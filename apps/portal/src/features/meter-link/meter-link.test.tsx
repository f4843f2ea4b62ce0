import { screen, waitFor } from '@testing-library/react';
import { manyMachinesToken, meterToken } from '../../../test/mock-server/meter-link';
import { renderPortal } from '../../../test/render-portal';

test('counters are judged as they are typed, handed in, and the link says when all is done', async () => {
  const { user, history } = await renderPortal({ path: `/meter-link#${meterToken}` });
  const mono = await screen.findByLabelText<HTMLInputElement>('Black and white');
  await waitFor(() => expect(history.location.href).toBe('/meter-link'));
  expect(screen.getByText(/2 machines are still to be read/)).toBeTruthy();
  await user.type(mono, '184.000');
  expect(screen.getByText(/A counter never goes back/)).toBeTruthy();
  await user.clear(mono);
  await user.type(mono, '185.000');
  expect(screen.queryByText(/A counter never goes back/)).toBeNull();
  await user.type(screen.getByLabelText('Colour'), '61900');
  await user.click(screen.getByRole('button', { name: 'Hand in 2 values' }));
  expect(await screen.findByText('2 values were taken.')).toBeTruthy();
  expect(screen.getByText('Handed in. Thank you.')).toBeTruthy();

  await user.type(screen.getByLabelText('Total'), '5000000');
  await user.click(screen.getByRole('button', { name: 'Hand in 1 value' }));
  expect(await screen.findByText('More than usual. Is it right?')).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: /I looked again/ }));
  await user.click(screen.getByRole('button', { name: 'Hand in 1 value' }));
  expect(await screen.findByText(/All counters are in/)).toBeTruthy();
});

test('machines of a large link come page by page; what was typed stays, and all pages count', async () => {
  const { user } = await renderPortal({ path: `/meter-link#${manyMachinesToken}` });
  const mono = await screen.findByLabelText<HTMLInputElement>('Black and white');
  expect(screen.getByText(/2 machines are still to be read/)).toBeTruthy();
  expect(screen.queryByLabelText('Total')).toBeNull();
  await user.type(mono, '185.000');
  await user.click(screen.getByRole('button', { name: 'Hand in 1 value' }));
  expect(await screen.findByText(/One machine is still to be read/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show more machines' }));
  await user.type(await screen.findByLabelText('Total'), '9200');
  expect(screen.queryByRole('button', { name: 'Show more machines' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Hand in 1 value' }));
  expect(await screen.findByText(/All counters are in/)).toBeTruthy();
});

test.each(['/meter-link#used', '/meter-link'])(
  'a link that does not work says what to do (%s)',
  async (path) => {
    await renderPortal({ path });
    expect((await screen.findByRole('alert')).textContent).toContain(
      'A new one comes with the next reminder',
    );
  },
);
