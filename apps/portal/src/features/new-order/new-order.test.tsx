import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const emma = 'emma.rinaldi@rossi.example';
const quantity = (supply: string) =>
  screen.findByLabelText<HTMLInputElement>(`Quantity: ${supply}, Post room`);

describe('a new order', () => {
  test('R48 R54 R57 for one machine: the day before it is sent, the number after, the list has it', async () => {
    const { user, history } = await renderPortal({ path: '/machines/device-005', as: emma });
    await user.click(await screen.findByRole('link', { name: 'Order supplies' }));
    expect(history.location.href).toBe('/orders/new?machines=device-005');
    await user.type(await quantity('Cyan'), '2');
    expect(screen.getByText(/^Sent now, it is expected on /)).toBeTruthy();
    await user.type(screen.getByLabelText('Cost centre'), '4711');
    await user.click(screen.getByRole('button', { name: 'Place the order' }));
    expect(
      await screen.findByText(/A mail with the same numbers goes to emma.rinaldi@rossi.example/),
    ).toBeTruthy();
    await user.click(screen.getByRole('link', { name: /^Order 45000184/ }));
    expect(await screen.findByText('Part number TN-330C')).toBeTruthy();
  });

  test('R50 R53 staples say what to do instead, and have no field', async () => {
    await renderPortal({ path: '/orders/new?machines=device-005', as: emma });
    expect(
      await screen.findByText('Staples cannot be ordered in the portal. Please call 800 555 100.'),
    ).toBeTruthy();
    expect(screen.queryByLabelText('Quantity: Staples, Post room')).toBeNull();
  });

  test('R52 a monitored machine says why not for every supply', async () => {
    await renderPortal({ path: '/orders/new?machines=device-001', as: emma });
    expect((await screen.findAllByText(/^This device is monitored/)).length).toBeGreaterThan(3);
    expect(screen.queryByPlaceholderText('0')).toBeNull();
  });

  test.each([
    ['-1', 'Type a whole number of pieces, at most 20.'],
    ['999999999', 'At most 20 pieces can be ordered at once.'],
    ['0', 'Type a quantity in at least one line.'],
  ])('a quantity of %s is named above and nothing is sent', async (text, problem) => {
    const { user } = await renderPortal({ path: '/orders/new?machines=device-005', as: emma });
    await user.type(await quantity('Magenta'), `${text}{Enter}`);
    expect(within(await screen.findByRole('alert')).getByText(problem)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'New order' })).toBeTruthy();
  });

  test('a refusal of the service stands at its line and leads there, and what was typed stays', async () => {
    const { user } = await renderPortal({ path: '/orders/new?machines=device-005', as: emma });
    await user.type(await quantity('Cyan'), '1');
    await user.type(await quantity('Yellow'), '13');
    await user.click(screen.getByRole('button', { name: 'Place the order' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Nothing was ordered: some lines cannot be ordered.');
    await user.click(
      within(alert).getByRole('link', { name: 'At most 12 of this article can be ordered at once.' }),
    );
    expect(document.activeElement).toBe(await quantity('Yellow'));
    expect((await quantity('Cyan')).value).toBe('1');
  });

  test('a destination that was chosen and not filled in is asked for at its field', async () => {
    const { user } = await renderPortal({ path: '/orders/new?machines=device-005', as: emma });
    await user.type(await quantity('Cyan'), '1');
    await user.click(screen.getByRole('radio', { name: 'Another address' }));
    await user.type(screen.getByLabelText('E-mail of that person'), 'nobody');
    await user.click(screen.getByRole('button', { name: 'Place the order' }));
    await user.click(await screen.findByRole('link', { name: 'Say where it is to be delivered.' }));
    await user.keyboard('Piazza Nuova 1, Bari');
    await user.click(screen.getByRole('button', { name: 'Place the order' }));
    expect(await screen.findByRole('link', { name: 'This is no complete e-mail address.' })).toBeTruthy();
  });

  test('machines are chosen from those that nobody watches, and left out again', async () => {
    const { user, history } = await renderPortal({ path: '/orders', as: emma });
    await user.click(await screen.findByRole('link', { name: 'New order' }));
    const found = await screen.findByRole('table', { name: 'Machines to order for' });
    await user.click(await within(found).findByRole('button', { name: 'Choose Post room' }));
    expect(await screen.findByRole('table', { name: 'Supplies of Post room' })).toBeTruthy();
    expect(within(found).queryByText('Reception, 2nd floor')).toBeNull();
    await user.type(screen.getAllByRole('searchbox').at(-1) ?? found, 'reception');
    await user.click(await screen.findByRole('button', { name: 'Choose Reception, 2nd floor' }));
    await user.click(await screen.findByRole('button', { name: 'Leave out Reception, 2nd floor' }));
    await waitFor(() => expect(history.location.search).toBe('?machines=device-005'));
  });

  test("another organisation's machine looks like an unknown one", async () => {
    await renderPortal({ path: '/orders/new?machines=device-005', as: 'jan@devries.example' });
    expect(await screen.findByText('Deze machine hoort niet bij de uwe')).toBeTruthy();
  });

  test('without the right it says so, and nothing leads here', async () => {
    await renderPortal({ path: '/orders/new?machines=device-005', as: 'machines.only@rossi.example' });
    expect(await screen.findByText('You may not see this')).toBeTruthy();
  });
});
