import { screen, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const emma = 'emma.rinaldi@rossi.example';
const open = (path: string, as = emma) => renderPortal({ path, as });
const row = async (name: RegExp) =>
  (await screen.findAllByRole('row')).find((candidate) => name.test(candidate.textContent)) ?? document.body;

beforeAll(() => {
  // jsdom draws no dialogs
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

describe('R65 collectors', () => {
  test('the list says in words how each is', async () => {
    await open('/collectors');
    await screen.findAllByText('Cellar, Milan');
    expect(within(await row(/Cellar/)).getByText('41 of 44')).toBeTruthy();
    expect(within(await row(/Cellar/)).getByText('At work')).toBeTruthy();
    expect(within(await row(/Hall/)).getByText('Silent')).toBeTruthy();
    expect(within(await row(/Attic/)).getByText('Clock off')).toBeTruthy();
    expect(within(await row(/Warehouse/)).getByText('never')).toBeTruthy();
  });

  test('a state in the address narrows it', async () => {
    await open('/collectors?state=SILENT');
    await screen.findAllByText('Hall, Turin');
    expect(screen.queryByText('Cellar, Milan')).toBeNull();
  });

  test('one is set up, and its code is shown once, with the commands that take it', async () => {
    const { user } = await open('/collectors/new');
    await user.type(await screen.findByLabelText(/^Name/), 'Depot');
    await user.type(screen.getByLabelText(/^Addresses it reads/), 'wrong');
    await user.click(screen.getByRole('button', { name: 'Set up' }));
    expect((await screen.findAllByText(/is no range of addresses/)).length).toBeGreaterThan(0);
    await user.clear(screen.getByLabelText(/^Addresses it reads/));
    await user.type(screen.getByLabelText(/^Addresses it reads/), '10.9.0.0/24');
    await user.click(screen.getByRole('button', { name: 'Set up' }));
    await user.click(await screen.findByRole('button', { name: 'Make a code' }));
    expect(await screen.findByText('7KQM-2XW8-01ZD')).toBeTruthy();
    expect(screen.getAllByText(/enrol --url .* --code 7KQM-2XW8-01ZD/)).toHaveLength(3);
  });

  test('failures stand in words, and the key is taken away after a question', async () => {
    const { user } = await open('/collectors/collector-cellar');
    expect(await screen.findByText('3 machines were not read')).toBeTruthy();
    expect(screen.getByText('Answers, but refuses this user')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Take its key away' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Take its key away' }));
    expect(await screen.findByText(/Its key was taken away/)).toBeTruthy();
  });

  test("another's collector is not here", async () => {
    await open('/collectors/unknown');
    expect(await screen.findByText('This collector is not here')).toBeTruthy();
  });
});
