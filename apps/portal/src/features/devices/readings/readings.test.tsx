import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../../test/render-portal';

const rita = 'rita.serra@rossi.example';
const maria = 'maria.conti@aurora.example';
const page = (device: string, more = '') => `/machines/${device}?tab=meters${more}`;
const rowsOf = async (name: string | RegExp) =>
  within(await screen.findByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
        .join(' | '),
    );

describe('meter readings of a machine', () => {
  test('R65 a monitored machine says that it reports by itself and when last; a field is a step away', async () => {
    const { user } = await renderPortal({ path: page('device-001'), as: rita });
    expect(
      await screen.findByText(/^This machine reports its counters by itself, last 2 minutes ago/),
    ).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: /Black and white/ })).toBeNull();
    await user.click(await screen.findByRole('link', { name: 'Hand in a reading all the same' }));
    expect(await screen.findByRole('textbox', { name: /^Black and white/ })).toBeTruthy();
  });

  test('R62 R63 counters say how far their value got into the books; their history is paged, with who and marks', async () => {
    const { user } = await renderPortal({ path: page('device-001'), as: rita });
    expect((await rowsOf('Meter readings')).at(-1)).toBe(
      'Scans | 35,120 pages | typed in the portal | 19 days | not booked yet',
    );
    await user.click(screen.getByRole('link', { name: 'Scans' }));
    const rows = await rowsOf('History: Scans');
    expect(rows).toHaveLength(13);
    expect(rows[0]).toMatch(/35,120 pages \| typed in the portalRita Serra \| not booked yet$/);
    expect(rows[1]).toMatch(/estimate \| $/);
    expect(rows[2]).toMatch(/your organisation \| odd, but confirmedbooked as L-2026-1098$/);
    expect(rows[3]).toMatch(/corrected, was 26,020booked as L-2026-1097$/);
    expect(rows[4]).toMatch(/with the link of a reminder/);
  });

  test('R62 a reading is judged as it is typed, handed in on the spot, and shown at once', async () => {
    const { user } = await renderPortal({ path: page('device-005'), as: rita });
    expect(await screen.findByText(/^Nobody watches this machine/)).toBeTruthy();
    const scans = await screen.findByRole('textbox', { name: /^Scans/ });
    await user.type(scans, '100');
    expect(await screen.findByText(/^Below the last reading of 35,120/)).toBeTruthy();
    await user.clear(scans);
    await user.type(scans, '999.999');
    expect(await screen.findByText(/^High: at most/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Hand in' }));
    expect(await screen.findByText('One reading stays here until it is corrected or confirmed')).toBeTruthy();
    await user.click(screen.getByLabelText('Odd, but right'));
    await user.click(screen.getByRole('button', { name: 'Hand in one reading' }));
    expect(await screen.findByText('One reading was handed in. Thank you.')).toBeTruthy();
    await waitFor(async () => expect((await rowsOf('Meter readings')).join()).toContain('999,999 pages'));
    expect((scans as HTMLInputElement).value).toBe('');
  });

  test('the latest reading of people is corrected with a reason, judged by what stood before it', async () => {
    const { user, history } = await renderPortal({ path: page('device-001', '&meter=scan'), as: rita });
    await user.click(await screen.findByRole('link', { name: 'Correct the latest reading' }));
    await user.click(await screen.findByRole('button', { name: 'Correct' }));
    expect(await screen.findByText('A value that fits, or that you confirm')).toBeTruthy();
    expect(screen.getByText('A reason')).toBeTruthy();
    const value = screen.getByLabelText('Correct value');
    await user.type(value, '33000');
    expect(await screen.findByText(/^Below the last reading of 33,120/)).toBeTruthy();
    await user.clear(value);
    await user.type(value, '34000');
    await user.type(screen.getByLabelText('Reason'), 'two digits swapped');
    await user.click(screen.getByRole('button', { name: 'Correct' }));
    expect(await screen.findByText('The reading was corrected.')).toBeTruthy();
    expect(history.location.search).toBe('?tab=meters&meter=scan');
    await waitFor(async () =>
      expect((await rowsOf('History: Scans'))[0]).toMatch(/34,000 pages.*corrected, was 35,120/),
    );
  });

  test('a reading that the machine told cannot be corrected, but a reset can be declared and stands in the history', async () => {
    const { user } = await renderPortal({ path: page('device-001', '&meter=mono'), as: rita });
    expect(await rowsOf('History: Black and white')).toHaveLength(13);
    expect(screen.queryByRole('link', { name: 'Correct the latest reading' })).toBeNull();
    await user.click(screen.getByRole('link', { name: 'Counter was reset or replaced' }));
    await user.click(await screen.findByRole('radio', { name: 'The counter or its board was replaced' }));
    const before = screen.getByLabelText('Last value before');
    await user.clear(before);
    await user.type(before, '500');
    await user.click(screen.getByRole('button', { name: 'Declare' }));
    expect(await screen.findAllByText('The counter was read at 184,203 already.')).toHaveLength(2);
    await user.clear(before);
    await user.type(before, '184.300');
    await user.click(screen.getByRole('button', { name: 'Declare' }));
    expect(await screen.findByText(/^Written down/)).toBeTruthy();
    await waitFor(async () =>
      expect((await rowsOf('History: Black and white')).join('\n')).toMatch(
        /from 0 pages \| Counter replaced, stood at 184,300/,
      ),
    );
  });

  test('open cases of the machine say that they wait; staff decide them on the spot', async () => {
    await renderPortal({ path: page('device-001', '&case=case-1'), as: rita });
    expect(await rowsOf('Open cases')).toEqual([
      expect.stringMatching(/^Black and white fell from 184,203 to 412.*waits for your provider/),
    ]);
    expect(screen.queryByRole('button', { name: 'Decide' })).toBeNull();
  });

  test('who may decide does it with a reason, and the case is gone', async () => {
    const { user } = await renderPortal({ path: page('device-001'), as: maria });
    await user.click(await screen.findByRole('link', { name: /^Black and white fell/ }));
    await user.type(await screen.findByLabelText('Reason'), 'board replaced');
    await user.click(screen.getByRole('button', { name: 'Decide' }));
    expect(await screen.findByText('The case is decided.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('table', { name: 'Open cases' })).toBeNull());
  });

  test('without the right to hand in the page only shows', async () => {
    await renderPortal({ path: page('device-005', '&meter=scan&act=correct'), as: 'ugo.mari@rossi.example' });
    expect(await rowsOf('History: Scans')).toHaveLength(13);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('link', { name: /reset or replaced|Correct/ })).toBeNull();
  });

  test('an address of a counter that the machine does not have shows the counters alone', async () => {
    await renderPortal({ path: page('device-001', '&meter=nonsense&act=reset'), as: rita });
    expect(await rowsOf('Meter readings')).toHaveLength(4);
    expect(screen.queryByRole('table', { name: /^History/ })).toBeNull();
  });
});
