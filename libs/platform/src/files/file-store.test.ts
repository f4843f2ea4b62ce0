import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { FileNotFound, type FileStore, FileTooLarge, diskFileStore } from './file-store';

describe('C31 file store on disk', () => {
  let folder: string;
  let store: FileStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'platen-files-'));
    store = diskFileStore(join(folder, 'store'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const filesBelow = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
      .length;
  const options = { contentType: 'text/plain', maxBytes: 10 };

  test('keeps a file under a random name until it is deleted', async () => {
    const stored = await store.put(Readable.from([Buffer.from('0123456789')]), options);
    expect(stored).toEqual({
      name: expect.stringMatching(/^[0-9a-f]{32}$/),
      contentType: 'text/plain',
      bytes: 10,
    });
    expect(await text(await store.get(stored.name))).toBe('0123456789');
    await store.delete(stored.name);
    await store.delete(stored.name);
    await expect(store.get(stored.name)).rejects.toThrow(FileNotFound);
  });

  test('keeps nothing of a file that is too long or breaks off', async () => {
    const before = await filesBelow();
    await expect(
      store.put(Readable.from([Buffer.from('0123456789'), Buffer.from('x')]), options),
    ).rejects.toThrow(FileTooLarge);
    const broken = new Readable({
      read() {
        this.destroy(new Error('the sender went away'));
      },
    });
    await expect(store.put(broken, options)).rejects.toThrow();
    expect(await filesBelow()).toBe(before);
  });

  test.each(['../store', '..%2f', '/etc/passwd', 'incoming/x', '', 'ABCDEF'])(
    'finds nothing under %j',
    async (name) => {
      await expect(store.get(name)).rejects.toThrow(FileNotFound);
      await store.delete(name);
    },
  );
});
