import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const emma = 'emma.rinaldi@rossi.example';
const rows = async () =>
  within(await screen.findByRole('table', { name: 'Consumable orders' }))
    .getAllByRole('row')
    .slice(1);

describe('the list of orders', () => {
  test('R55 shows every order with its status in words, who ordered and the expected day while it is to come', async () => {
    await renderPortal({ path: '/orders', as: emma });
    await screen.findByText('9 orders, newest first.');
    const cells = (await rows()).map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );
    expect(cells[0]?.slice(0, 4)).toEqual([
      'Toner magenta TN-330MOrder 4500018231',
      'Reception, 2nd floor',
      'shipped',
      'automatic',
    ]);
    expect(cells[0]?.at(-1)).not.toBe('');
    const delivered = cells.filter((row) => row.includes('delivered'));
    expect(delivered.map((row) => row.at(-1))).toEqual(['', '', '']);
    expect(cells.filter((row) => row.includes('ordered by a person'))).toHaveLength(2);
  });

  test('is narrowed by who ordered and by machine, in the URL, and widened again', async () => {
    const { user, history } = await renderPortal({ path: '/orders?status=nonsense', as: emma });
    await waitFor(async () => expect(await rows()).toHaveLength(9));
    await user.selectOptions(screen.getByLabelText('Ordered'), 'ordered by a person');
    await waitFor(async () => expect(await rows()).toHaveLength(2));
    expect(history.location.search).toBe('?kind=byHand');
    await user.type(screen.getByLabelText('Order number or machine'), 'no machine like this');
    await user.click(await screen.findByRole('button', { name: 'Clear search and filters' }));
    await waitFor(async () => expect(await rows()).toHaveLength(9));
    await user.type(screen.getByLabelText('Order number or machine'), 'reception');
    await waitFor(async () => expect(await rows()).toHaveLength(3));
  });

  test("staff of the provider see their branch's orders from the console", async () => {
    await renderPortal({ path: '/orders', as: 'livia.moro@aurora.example' });
    await waitFor(async () => expect((await rows()).length).toBeGreaterThan(8));
    expect(screen.getAllByRole('link', { name: /^Orders/ })[0]?.getAttribute('href')).toBe('/orders');
  });

  test('without the right it says so', async () => {
    await renderPortal({ path: '/orders', as: 'machines.only@rossi.example' });
    expect(await screen.findByText('You may not see this')).toBeTruthy();
  });

  test('when the orders do not answer it says what to do', async () => {
    await renderPortal({ path: '/orders', as: 'orders.away@rossi.example' });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('an order', () => {
  test('says where it stands, what is in it, why it was placed and whom to call (R59)', async () => {
    await renderPortal({ path: '/orders/order-1', as: emma });
    expect(await screen.findByRole('heading', { level: 1, name: 'Order 4500018231' })).toBeTruthy();
    expect(screen.getByText(/^All is well: the order is on its way and expected on /)).toBeTruthy();
    expect(screen.getByText('Part number TN-330M')).toBeTruthy();
    expect(screen.getByText(/At your pace it could have been empty/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '800 555 100' }).getAttribute('href')).toBe('tel:800555100');
  });

  test("another organisation's order looks like an unknown one", async () => {
    await renderPortal({ path: '/orders/order-1', as: 'jan@devries.example' });
    expect(await screen.findByText('Deze bestelling hoort niet bij de uwe')).toBeTruthy();
  });
});
