import { screen, waitFor, within } from '@testing-library/react';
import { renderPortal } from '../../../test/render-portal';

const giorgia = 'giorgia.sala@rossi.example';

describe('labels on machines', () => {
  test('a scanned code leads to its machine, and back to what stood before', async () => {
    const { history } = await renderPortal({ path: '/l/7KQM-2XW8-01ZD', as: giorgia });
    await waitFor(() => expect(history.location.pathname).toBe('/machines/device-001'));
    expect(history.length).toBe(1);
  });

  test('an old code says so', async () => {
    await renderPortal({ path: '/l/0000-0000-0000', as: giorgia });
    expect(await screen.findByText('This label leads nowhere')).toBeTruthy();
  });

  test('a label is made, shown as a code, and replaced after a question', async () => {
    const { user } = await renderPortal({ path: '/machines/device-002/label', as: giorgia });
    await user.click(await screen.findByRole('button', { name: 'Make a label' }));
    expect(await screen.findByRole('img', { name: 'QR code of this machine' })).toBeTruthy();
    const first = screen.getByText(/^9TRN/).textContent;
    await user.click(screen.getByRole('button', { name: 'Replace it' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/leads nowhere from now on/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Replace it' }));
    await waitFor(() => expect(screen.getByText(/^9TRN/).textContent).not.toBe(first));
  });

  test('a location prints the labels of its machines', async () => {
    const made: string[] = [];
    URL.createObjectURL = (blob: Blob) => `blob:${made.push(blob.type)}`;
    URL.revokeObjectURL = () => undefined;
    const { user } = await renderPortal({ path: '/locations/site-milano', as: giorgia });
    await user.click(await screen.findByRole('button', { name: 'Labels as PDF' }));
    expect((await screen.findByText(/labels are in the files/)).getAttribute('role')).toBe('status');
    expect(made).toEqual(['application/pdf']);
  });

  test('who only reads machines prints none', async () => {
    await renderPortal({ path: '/locations/site-milano', as: 'machines.only@rossi.example' });
    expect(await screen.findByText('Via Torino 12')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Labels as PDF' })).toBeNull();
  });
});
