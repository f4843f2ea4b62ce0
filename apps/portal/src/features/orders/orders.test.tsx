import { CancelOrderDocument } from '@platen/graphql-client';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const emma = 'emma.rinaldi@rossi.example';
const livia = 'livia.moro@aurora.example';
const rows = async () =>
  within(await screen.findByRole('table', { name: 'Consumable orders' }))
    .getAllByRole('row')
    .slice(1);

describe('the list of orders', () => {
  test('R55 shows every order with its status in words, who ordered and the expected day while it is to come', async () => {
    await renderPortal({ path: '/orders', as: emma });
    await screen.findByText('10 orders, newest first.');
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
    expect(cells.filter((row) => row.includes('ordered by a person'))).toHaveLength(3);
  });

  test('is narrowed by who ordered and by machine, in the URL, and widened again', async () => {
    const { user, history } = await renderPortal({ path: '/orders?status=nonsense', as: emma });
    await waitFor(async () => expect(await rows()).toHaveLength(10));
    await user.selectOptions(screen.getByLabelText('Ordered'), 'ordered by a person');
    await waitFor(async () => expect(await rows()).toHaveLength(3));
    expect(history.location.search).toBe('?kind=byHand');
    await user.type(screen.getByLabelText('Order number or machine'), 'no machine like this');
    await user.click(await screen.findByRole('button', { name: 'Clear search and filters' }));
    await waitFor(async () => expect(await rows()).toHaveLength(10));
    await user.type(screen.getByLabelText('Order number or machine'), 'reception');
    await waitFor(async () => expect(await rows()).toHaveLength(3));
  });

  test("staff see the branch's orders with their customers, narrowed by customer and by what is late", async () => {
    const { user, history } = await renderPortal({ path: '/orders?status=late', as: livia });
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    expect((await rows())[0]?.textContent).toContain('Rossi Assicurazioni');
    await user.selectOptions(screen.getByLabelText('Status'), 'All');
    await screen.findByRole('option', { name: 'De Vries Logistiek (300514)' });
    await user.selectOptions(screen.getByLabelText('Organisation'), 'De Vries Logistiek (300514)');
    expect(await screen.findByText('No order matches')).toBeTruthy();
    expect(history.location.search).toBe('?customer=customer-vries');
    expect(screen.getAllByRole('link', { name: /^Orders/ })[0]?.getAttribute('href')).toBe('/orders');
  });

  test('people of one customer are not asked for a customer', async () => {
    await renderPortal({ path: '/orders', as: emma });
    await rows();
    expect(screen.queryByLabelText('Organisation')).toBeNull();
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
    expect(screen.getByText(/To cancel, change or return it, call 800 555 100/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cancel this order' })).toBeNull();
  });

  test('tells what happened, when and by whom', async () => {
    await renderPortal({ path: '/orders/order-7', as: emma });
    const history = within(await screen.findByRole('list', { name: 'What happened' }));
    const entries = history.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
    expect(entries.map((entry) => entry.split(',')[0])).toEqual([
      'OrderedEmma Rinaldi',
      'ConfirmedThe supplies desk',
      'PackedThe supplies desk',
      'ShippedThe supplies desk',
      'DeliveredThe supplies desk',
    ]);
    const steps = within(screen.getByRole('list', { name: 'Progress' })).getAllByRole('listitem');
    // every step that was taken has its moment
    for (const step of steps) expect(step.textContent).toMatch(/\d\d:\d\d$/);
  });

  test('a delay comes with what the branch says about it', async () => {
    await renderPortal({ path: '/orders/order-5', as: livia });
    const said = await screen.findAllByText('The maker delivers again at the end of the month.');
    expect(said[0]?.tagName).toBe('DD');
    expect(screen.getByRole('link', { name: 'Rossi Assicurazioni' }).getAttribute('href')).toBe(
      '/console/customers/customer-rossi',
    );
  });

  test('R56 leads to where the carrier tells where the parcel is', async () => {
    await renderPortal({ path: '/orders/order-1', as: emma });
    const parcel = await screen.findByRole('link', { name: 'Follow 2284112093' });
    expect(parcel.getAttribute('href')).toBe('https://track.brt.example/2284112093');
    expect(within(screen.getByRole('list', { name: 'Parcels' })).getByText(/1 × Toner magenta/)).toBeTruthy();
  });

  test('that waits is declined with a reason, asked for at its field, or approved', async () => {
    const { user } = await renderPortal({ path: '/orders/order-10', as: emma });
    await user.click(await screen.findByRole('button', { name: 'Decline' }));
    await user.click(await screen.findByRole('link', { name: 'Say why.' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Reason for declining'));
    await user.click(screen.getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText(/^All is well: the order was received/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  test('is taken back until it is packed, after the consequence was read', async () => {
    const { user } = await renderPortal({ path: '/orders/order-3', as: emma });
    await user.click(await screen.findByRole('button', { name: 'Cancel this order' }));
    expect(screen.getByText(/It was ordered by itself: the machine may run out/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cancel the order' }));
    expect(await screen.findByText('The order was cancelled; nothing will be delivered.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cancel this order' })).toBeNull();
    expect(screen.getByRole('link', { name: '800 555 100' }).getAttribute('href')).toBe('tel:800555100');
  });

  test('that was packed while the question stood there is not taken back, and the page says so', async () => {
    const { user, client } = await renderPortal({ path: '/orders/order-3', as: emma });
    await user.click(await screen.findByRole('button', { name: 'Cancel this order' }));
    await client.mutate({
      mutation: CancelOrderDocument,
      variables: { input: { orderId: 'order-3' } },
      fetchPolicy: 'no-cache',
    });
    await user.click(screen.getByRole('button', { name: 'Cancel the order' }));
    expect((await screen.findByRole('alert')).textContent).toContain('It is packed already.');
  });

  test('staff say where it stands, when it comes and what the customer is told', async () => {
    const { user } = await renderPortal({ path: '/orders/order-3', as: livia });
    const form = within(await screen.findByRole('form', { name: 'For staff: where it stands' }));
    await user.selectOptions(form.getByLabelText('Status'), 'delayed');
    await user.type(form.getByLabelText('Note for the customer'), 'Not before Christmas.');
    await user.click(form.getByRole('button', { name: 'Store' }));
    expect(await screen.findByText(/^The order is delayed/)).toBeTruthy();
    expect(screen.getAllByText('Not before Christmas.').length).toBeGreaterThan(0);
    await user.clear(form.getByLabelText('Expected'));
    await user.type(form.getByLabelText('Expected'), '2020-01-01');
    await user.click(form.getByRole('button', { name: 'Store' }));
    await user.click(await screen.findByRole('link', { name: 'This day has passed.' }));
    expect(document.activeElement).toBe(form.getByLabelText('Expected'));
  });

  test('people of a customer have no such form', async () => {
    await renderPortal({ path: '/orders/order-3', as: emma });
    await screen.findByRole('list', { name: 'Progress' });
    expect(screen.queryByRole('form', { name: 'For staff: where it stands' })).toBeNull();
  });

  test("another organisation's order looks like an unknown one", async () => {
    await renderPortal({ path: '/orders/order-1', as: 'jan@devries.example' });
    expect(await screen.findByText('Deze bestelling hoort niet bij de uwe')).toBeTruthy();
  });
});
