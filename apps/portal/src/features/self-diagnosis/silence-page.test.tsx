import { screen, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const emma = 'emma.rinaldi@rossi.example';

test('P16 a silent machine is explained by what is known, with steps and whom to ask', async () => {
  const { user, history } = await renderPortal({ path: '/machines/device-003', as: emma });
  await user.click(await screen.findByRole('link', { name: 'Why is it silent?' }));
  expect(history.location.pathname).toBe('/machines/device-003/silence');
  expect(await screen.findByText('Most likely it is this machine alone.')).toBeTruthy();
  const steps = within(screen.getByRole('region', { name: 'Look at this first' }));
  expect(steps.getAllByRole('listitem')).toHaveLength(4);
  expect(screen.getByText('last reported 7 minutes ago')).toBeTruthy();
  expect(screen.getByText(/^Does not answer: switched off/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Test again' }));
  expect(await screen.findByText(/still nothing is heard/)).toBeTruthy();
});

test('one that is heard has nothing to explain; one of somebody else is unknown', async () => {
  await renderPortal({ path: '/machines/device-001/silence', as: emma });
  expect(await screen.findByText(/It is being heard again/)).toBeTruthy();
});

test("another organisation's machine looks like an unknown one", async () => {
  await renderPortal({ path: '/machines/device-001/silence', as: 'jan@devries.example' });
  expect(await screen.findByText('Deze machine hoort niet bij de uwe')).toBeTruthy();
});
