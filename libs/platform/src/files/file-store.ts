import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A stored file, as its owner keeps it: a name that says nothing and what was counted on the way in. */
export interface StoredFile {
  /** random; the only way to the file, and no path */
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** The file is longer than allowed; nothing was kept. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

/** No such file, or a name that never was one of ours. */
export class FileNotFound extends Error {
  override readonly name = 'FileNotFound';
}

/** Where attachments and documents lie: outside everything that is served. */
export interface FileStore {
  /**
   * Stores a stream under a new random name: written aside, then renamed, so a half file is never found.
   * @throws FileTooLarge beyond `maxBytes`
   */
  put(content: Readable, options: { contentType: string; maxBytes: number }): Promise<StoredFile>;
  /** @throws FileNotFound */
  get(name: string): Promise<Readable>;
  /** Deleting what is not there is no mistake. */
  delete(name: string): Promise<void>;
}

/** 128 bits in hex; nothing else reaches the disk, so no name can leave its folder. */
const NAME = /^[0-9a-f]{32}$/;

/**
 * Stores files in a folder of this machine, made when it is missing. Plain node:fs, because flydrive's disk driver
 * copies where a rename is wanted (docs/adr/0012).
 */
export function diskFileStore(folder: string): FileStore {
  // Spread over 256 folders: those with very many files are slow to list and to back up.
  const pathOf = (name: string) => join(folder, name.slice(0, 2), name);
  return {
    put: async (content, { contentType, maxBytes }) => {
      const name = randomBytes(16).toString('hex');
      const aside = join(folder, 'incoming', name);
      const counter = new ByteCounter(maxBytes);
      await mkdir(dirname(aside), { recursive: true, mode: 0o700 });
      try {
        await pipeline(content, counter, createWriteStream(aside, { flags: 'wx', mode: 0o600, flush: true }));
        await mkdir(dirname(pathOf(name)), { recursive: true, mode: 0o700 });
        await rename(aside, pathOf(name));
      } catch (error) {
        await rm(aside, { force: true });
        throw error;
      }
      return { name, contentType, bytes: counter.bytes };
    },
    get: async (name) => {
      const file = NAME.test(name) ? await open(pathOf(name)).catch(notThere) : null;
      if (!file) throw new FileNotFound('There is no such file.');
      return file.createReadStream();
    },
    delete: async (name) => {
      if (NAME.test(name)) await rm(pathOf(name), { force: true });
    },
  };
}

function notThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

class ByteCounter extends Transform {
  bytes = 0;

  constructor(private readonly limit: number) {
    super();
  }

  override _transform(
    chunk: Buffer,
    _encoding: string,
    done: (error: Error | null, chunk?: Buffer) => void,
  ): void {
    this.bytes += chunk.length;
    if (this.bytes > this.limit) done(new FileTooLarge(`The file has more than ${this.limit} bytes.`));
    else done(null, chunk);
  }
}
