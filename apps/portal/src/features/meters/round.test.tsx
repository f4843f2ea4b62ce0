import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const rita = 'rita.serra@rossi.example';
const field = (name: string | RegExp) => screen.findByRole('textbox', { name });

/** The browser of these tests knows no `File.text`. */
const fileOf = (text: string) => Object.assign(new File([text], 'readings.csv'), { text: async () => text });

const open = async () => {
  const portal = await renderPortal({ path: '/meter-readings', as: rita });
  const mono = await field('Black and white, Post room');
  const row = mono.closest('tr') as HTMLElement;
  return { ...portal, mono, row };
};

describe('meter readings', () => {
  test('the first sentence says how many machines are due, and where questions go (R64)', async () => {
    await open();
    expect(await screen.findByText(/^\d+ machines need a reading by \w+ 25 /)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'letture@aurora.example' })).toBeTruthy();
  });

  test('a value is judged as it is typed, against the past of its own counter', async () => {
    const { user, mono, row } = await open();
    const says = async (text: string, words: RegExp) => {
      await user.clear(mono);
      await user.type(mono, text);
      expect(await within(row).findByText(words)).toBeTruthy();
    };
    await says('12a', /^Not a whole number$/);
    await says('100', /^Below the last reading of \d/);
    await says('999999', /^High: at most \d/);
    await says('9999999', /^Over a million above/);
    await says('9007199254740993', /^Not a whole number$/);
    expect(mono.getAttribute('aria-invalid')).toBe('true');
    await says('174.000', /^Fits$/);
    expect(mono.getAttribute('aria-invalid')).toBeNull();
  });

  test('Enter and the arrow keys go from field to field', async () => {
    const { user, mono } = await open();
    await user.click(mono);
    await user.keyboard('174000{Enter}');
    const color = await field('Colour, Post room');
    expect(document.activeElement).toBe(color);
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(mono);
  });

  test('a pasted column fills the fields below, and stays through a reload', async () => {
    const { user, mono } = await open();
    await user.click(mono);
    await user.paste('174.000\r\n58000\r\n');
    const color = await field('Colour, Post room');
    expect([mono, color].map((input) => (input as HTMLInputElement).value)).toEqual(['174.000', '58000']);
    expect(Object.values(localStorage)).toContainEqual(expect.stringContaining('174.000'));
  });

  test('rows of a file find their machine by serial number; the others are named', async () => {
    const { user } = await open();
    const serial = within((await field('Black and white, Post room')).closest('tr') as HTMLElement)
      .getByText(/^AA2J/)
      .textContent?.split(' ')[0];
    const text = `Serial;Colour;Black and white\n${serial};58000;174000\nXX-1;1;2\n`;
    await user.upload(screen.getByLabelText('Fill in from a CSV file'), fileOf(text));
    await waitFor(async () =>
      expect(((await field('Colour, Post room')) as HTMLInputElement).value).toBe('58000'),
    );
    expect(await screen.findByText('One row fits no machine in this list: XX-1')).toBeTruthy();
  });

  test('good values are handed in, an odd one stays until it is confirmed', async () => {
    const { user, mono } = await open();
    const color = await field('Colour, Post room');
    await user.type(mono, '174000');
    await user.type(color, '999999');
    expect(await screen.findByText('2 fields are filled in: 1 ready, 1 to look at.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Hand in one reading' }));
    expect(await screen.findByText('One reading was handed in. Thank you.')).toBeTruthy();
    const problem = await screen.findByRole('link', { name: 'Colour, Post room' });
    await user.click(problem);
    expect(document.activeElement).toBe(color);
    await user.click(screen.getByLabelText('Odd, but right'));
    await user.click(screen.getByRole('button', { name: 'Hand in one reading' }));
    await waitFor(() => expect((color as HTMLInputElement).value).toBe(''));
    expect(localStorage.length).toBe(1);
  });

  test('what was held back is named, and the focus stays with whoever corrects it', async () => {
    const { user, mono } = await open();
    const color = await field('Colour, Post room');
    await user.type(mono, '1');
    await user.type(color, '1');
    await user.click(screen.getByRole('button', { name: 'Hand in' }));
    expect(
      await screen.findByText('2 readings stay here until they are corrected or confirmed'),
    ).toBeTruthy();
    await user.click(mono);
    await user.keyboard('{Backspace}174000');
    expect(document.activeElement).toBe(mono);
    expect((mono as HTMLInputElement).value).toBe('174000');
  });

  test('without the right to hand in the page only shows', async () => {
    await renderPortal({ path: '/meter-readings', as: 'ugo.mari@rossi.example' });
    expect(await screen.findAllByRole('link', { name: 'Post room' })).toHaveLength(2);
    expect(screen.queryAllByRole('textbox', { name: /Post room/ })).toEqual([]);
    expect(screen.queryByRole('button', { name: /^Hand in/ })).toBeNull();
  });
});
