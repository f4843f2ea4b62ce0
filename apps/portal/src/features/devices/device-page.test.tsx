import { screen, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const emma = 'emma.rinaldi@rossi.example';

describe('a machine', () => {
  test('R36 shows state, supplies and the order that is under way with its reason', async () => {
    await renderPortal({ path: '/machines/device-001', as: emma });
    expect(await screen.findByRole('heading', { level: 1, name: 'Reception, 2nd floor' })).toBeTruthy();
    expect(screen.getByText('Working.')).toBeTruthy();
    const supplies = within(screen.getByRole('list', { name: 'Supplies' }));
    expect(supplies.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '62%Cyan26 to 43 days',
      '9%Magenta4 to 7 days',
      '38%Yellow16 to 27 days',
      'reorder74%Black31 to 51 days',
      'some roomWaste boxno level given',
      'unknownDrumnot reported',
    ]);
    expect(screen.getByText('Why was magenta ordered?')).toBeTruthy();
    const steps = within(screen.getByRole('list', { name: 'Progress' })).getAllByRole('listitem');
    expect(steps.find((step) => step.getAttribute('aria-current') === 'step')?.textContent).toBe('Shipped');
  });

  test('each meter has unit, source and age; a meter without a reading is absent, not 0', async () => {
    await renderPortal({ path: '/machines/device-001?tab=meters', as: emma });
    const meters = await screen.findByRole('table', { name: 'Meter readings' });
    const rows = within(meters).getAllByRole('row').slice(1);
    expect(
      rows.map((row) =>
        within(row)
          .getAllByRole('cell')
          .map((cell) => cell.textContent),
      ),
    ).toEqual([
      ['Black and white', '184,203 pages', 'device', '2 mins', ''],
      ['Colour', '61,401 pages', 'device', '2 mins', ''],
      ['A3', '2,410 pages', 'device', '2 mins', ''],
      ['Scans', '35,120 pages', 'typed in the portal', '19 days', 'not booked yet'],
    ]);
  });

  test('R35 the service history is a tab', async () => {
    const { user, history } = await renderPortal({ path: '/machines/device-001', as: emma });
    await user.click(await screen.findByRole('tab', { name: 'Service history' }));
    expect(await screen.findByText('Stripes on copies')).toBeTruthy();
    expect(history.location.href).toBe('/machines/device-001?tab=service');
  });

  test("another organisation's machine looks like an unknown one", async () => {
    await renderPortal({ path: '/machines/device-001', as: 'jan@devries.example' });
    expect(await screen.findByText('Deze machine hoort niet bij de uwe')).toBeTruthy();
  });

  test('says of each supply why it was ordered or why not yet, when it runs out, and what was decided before', async () => {
    const { user } = await renderPortal({ path: '/machines/device-001?tab=orders', as: emma });
    const magenta = within(await screen.findByRole('region', { name: 'Magenta' }));
    expect(magenta.getByText('on its way')).toBeTruthy();
    expect(magenta.getByText('What happens now?')).toBeTruthy();
    const cyan = within(screen.getByRole('region', { name: 'Cyan' }));
    expect(cyan.getByText('Why not yet?')).toBeTruthy();
    expect(
      cyan.getByText(/^Expected to run out between .* most likely .*An order becomes due around/),
    ).toBeTruthy();
    await user.click(magenta.getByText('2 decisions'));
    const log = within(magenta.getByRole('list', { name: 'Decisions about Magenta' }));
    expect(log.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Ordered automatically: about 14% was left.* · 14% · ordered$/),
      expect.stringMatching(/^Nothing is ordered yet.* · 26%$/),
    ]);
  });

  test('a machine that is not monitored has no automatic ordering to explain', async () => {
    await renderPortal({ path: '/machines/device-005?tab=orders', as: emma });
    await screen.findByText('Nothing ordered for this machine yet');
    expect(screen.queryByRole('region', { name: 'Automatic ordering' })).toBeNull();
  });

  test('R52 R53 says why nobody orders for a monitored machine, and whom to call for more', async () => {
    await renderPortal({ path: '/machines/device-001?tab=orders', as: emma });
    expect(await screen.findByText('Why can I not order here?')).toBeTruthy();
    const call = screen.getByText(/^For an extra cartridge, or for staples:/);
    expect(within(call).getByRole('link', { name: '800 555 100' })).toBeTruthy();
  });

  test('R52 a machine that is not monitored has no such advice', async () => {
    await renderPortal({ path: '/machines/device-005?tab=orders', as: emma });
    expect(await screen.findByText('Nothing ordered for this machine yet')).toBeTruthy();
    expect(screen.queryByText('Why can I not order here?')).toBeNull();
  });

  test('when the orders do not answer the rest of the page stands', async () => {
    await renderPortal({ path: '/machines/device-001?tab=orders', as: 'orders.away@rossi.example' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Reception, 2nd floor' })).toBeTruthy();
    expect(await screen.findByText('Orders cannot be shown at the moment')).toBeTruthy();
  });

  test('without the right to orders and requests their parts are absent', async () => {
    await renderPortal({ path: '/machines/device-001', as: 'machines.only@rossi.example' });
    await screen.findByRole('heading', { level: 1, name: 'Reception, 2nd floor' });
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
      'Overview',
      'Meter readings',
      'Contract',
      'Timeline',
    ]);
    expect(screen.queryByText(/Order 4500018231/)).toBeNull();
  });
});
