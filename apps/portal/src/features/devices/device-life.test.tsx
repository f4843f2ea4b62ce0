import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { renderPortal } from '../../../test/render-portal';

const emma = 'emma.rinaldi@rossi.example';

describe('the life of a machine', () => {
  beforeEach(() => sessionStorage.clear());

  test('its timeline says what happened, in words, and keeps kinds apart', async () => {
    await renderPortal({ path: '/machines/device-001?tab=timeline', as: emma });
    const table = within(await screen.findByRole('table', { name: 'Timeline' }));
    expect(await table.findByText('New cartridge')).toBeTruthy();
    expect(table.getByText('now 100% · cartridge CRU-4711')).toBeTruthy();
    expect(table.getByText(/Torino, Corso Re 8 → Milano, Via Torino 12/)).toBeTruthy();
    expect(table.getAllByText('your provider')).toHaveLength(2);
  });

  async function choose(user: UserEvent, label: string, typed: string, option: RegExp) {
    const field = await screen.findByRole('combobox', { name: label });
    await user.clear(field);
    await user.type(field, typed);
    await user.click(await screen.findByRole('option', { name: option, hidden: true }));
  }
  const next = async (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Next' }));
  const step = (name: string) => screen.findByRole('group', { name });

  test('R20 a move goes step by step, and all that follows stands there before it happens', async () => {
    const { user, history } = await renderPortal({ path: '/machines/device-001/move', as: emma });
    await choose(user, 'Location', 'tori', /^Torino/);
    await user.type(screen.getByLabelText('Room'), '9');
    await next(user);
    expect(await step('What follows')).toBe(document.activeElement);
    expect(await screen.findByText(/Corso Re 8, 20123 Torino/)).toBeTruthy();
    expect(screen.getByText('C-2026-118')).toBeTruthy();
    await next(user);
    await step('Counters at the move');
    await user.type(screen.getByLabelText('Colour'), '99999999');
    await next(user);
    expect(await screen.findByText(/Look once more at the counters that are marked/)).toBeTruthy();
    await user.clear(screen.getByLabelText('Colour'));
    await next(user);
    await step('Who is told');
    await user.click(screen.getByLabelText('Ugo Blu, who receives deliveries there'));
    await next(user);
    const review = within(await step('Everything once more'));
    for (const words of [/^Torino.* · room .*9$/, 'Ugo Blu', 'the last readings, with their age'])
      expect(review.getByText(words)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Move it now' }));
    await waitFor(() => expect(history.location.href).toBe('/machines/device-001?tab=timeline'));
  });

  test('a step back, the browser\u2019s own, and a reload lose nothing', async () => {
    const { user, history, unmount } = await renderPortal({ path: '/machines/device-001/move', as: emma });
    await choose(user, 'Location', 'tori', /^Torino/);
    await user.type(screen.getByLabelText('Room'), '9');
    await next(user);
    await step('What follows');
    await user.click(screen.getByRole('button', { name: 'One step back' }));
    await step('Where and when');
    expect(screen.getByLabelText<HTMLInputElement>('Room').value).toContain('9');
    act(() => history.back());
    await step('What follows');
    unmount();
    await renderPortal({ path: '/machines/device-001/move?step=review', as: emma });
    expect(within(await step('Everything once more')).getByText(/^Torino.* · room .*9$/)).toBeTruthy();
  });

  test('whoever comes to a later step first says where, and the same place is no move', async () => {
    const { user } = await renderPortal({ path: '/machines/device-001/move?step=review', as: emma });
    await step('Where and when');
    await next(user);
    expect(await screen.findByText(/The machine stands exactly there already/)).toBeTruthy();
  });

  test('a name that is missing is told at its field; what was typed stays', async () => {
    const { user } = await renderPortal({ path: '/machines/device-001/edit', as: emma });
    const name = await screen.findByLabelText('Name');
    await user.clear(name);
    await user.type(screen.getByLabelText('Floor'), '9');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findAllByText('A machine needs a name of 1 to 120 characters.')).toHaveLength(2);
    expect(screen.getByLabelText<HTMLInputElement>('Floor').value).toContain('9');
  });

  test('an act says its consequence, and a swap asks for the successor and for the counters of both', async () => {
    const { user, history } = await renderPortal({ path: '/machines/device-001/life', as: emma });
    const what = await screen.findByLabelText('What');
    expect(screen.getByText(/Until it is back nothing is ordered/)).toBeTruthy();
    await user.selectOptions(what, 'SWAP');
    const field = screen.getByRole('combobox', { name: 'Which machine takes its place?' });
    expect(
      within(screen.getByRole('form', { name: 'What happens to the machine' })).queryByLabelText('Colour'),
    ).toBeTruthy();
    await user.type(field, 'Archive');
    await user.click(await screen.findByRole('option', { name: /^Archive ·/, hidden: true }));
    const fresh = within(await screen.findByRole('group', { name: 'Counters of Archive' }));
    await user.type(fresh.getByLabelText('Colour'), '99999999');
    await user.click(screen.getByRole('button', { name: 'Record it' }));
    expect(await screen.findByText(/Look once more at the counters that are marked/)).toBeTruthy();
    await user.clear(fresh.getByLabelText('Colour'));
    await user.click(screen.getByRole('button', { name: 'Record it' }));
    await waitFor(() => expect(history.location.href).toBe('/machines/device-001?tab=timeline'));
  });
});
