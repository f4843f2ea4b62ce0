import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DecodedPoll } from '@platen/printer-mib';
import { type Batch, type SpooledPoll, uploadedMeters } from './spooled-poll';

interface Segment {
  name: string;
  bytes: number;
}

interface OpenSegment extends Segment {
  file: FileHandle;
  polls: number;
  /** at most this many rows stand in any column of the upload */
  rows: number;
}

/** As the upload contract has it; a test compares them. Importing it would load zod, a sixth of the memory allowed. */
export const MAX_POLLS = 250;
/** As {@link MAX_POLLS}. */
export const MAX_METER_READS = 1000;
/** One segment is one upload; its size keeps the body of the request below a megabyte. */
const SEGMENT_MAX_BYTES = 500_000;
const SEGMENT_NAME = /^(\d{10})-([0-9a-f-]{36})\.jsonl$/;

/**
 * Polls on the disk until the gateway has taken them. Files are only appended to, one poll a line, and synced before
 * `append` returns; each file is one batch, and its name holds the batch's idempotency key. A file is closed for
 * good before it is sent and never reopened, so a key always stands for the same polls, also after a crash. A last
 * line without its end was being written when the process died; its poll was never acknowledged and is ignored.
 */
export class Spool {
  #sealed: Segment[] = [];
  #open: OpenSegment | undefined;
  #sequence = 0;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly folder: string,
    private readonly limits: { maxBytes: number; onGivenUp: (name: string) => void },
  ) {}

  /** Opens the folder, made if absent, with whatever an earlier run left there. */
  static async open(folder: string, limits: Spool['limits']): Promise<Spool> {
    const spool = new Spool(folder, limits);
    await mkdir(join(folder, 'dead-letter'), { recursive: true, mode: 0o700 });
    for (const name of (await readdir(folder)).sort()) {
      const sequence = SEGMENT_NAME.exec(name)?.[1];
      if (sequence === undefined) continue;
      spool.#sequence = Math.max(spool.#sequence, Number(sequence));
      spool.#sealed.push({ name, bytes: (await stat(join(folder, name))).size });
    }
    return spool;
  }

  /** Bytes of polls that wait. */
  get bytes(): number {
    return [...this.#sealed, this.#open].reduce((sum, segment) => sum + (segment?.bytes ?? 0), 0);
  }

  /**
   * Writes a poll to the disk. When the spool is full, the oldest batches are given up for it: meters count up
   * for life, so the newest reads tell most.
   */
  append(poll: SpooledPoll): Promise<void> {
    return this.#exclusively(async () => {
      const line = `${JSON.stringify(poll)}\n`;
      const bytes = Buffer.byteLength(line);
      const rows = longestColumn(poll.poll);
      const segment = await this.#segmentFor(bytes, rows);
      await this.#makeRoom(bytes);
      await segment.file.appendFile(line);
      await segment.file.datasync();
      segment.bytes += bytes;
      segment.polls++;
      segment.rows += rows;
    });
  }

  /** The oldest batch after the given ones, closing the file that is being written when there is no other. */
  next(after: ReadonlySet<string> = new Set()): Promise<Batch | null> {
    return this.#exclusively(async () => {
      if (this.#sealed.every(({ name }) => after.has(name))) await this.#seal();
      for (const { name } of [...this.#sealed]) {
        if (after.has(name)) continue;
        const batch = await this.#read(name);
        if (batch.polls.length > 0) return batch;
        await this.#remove(name);
      }
      return null;
    });
  }

  /** The gateway has taken the batch: it is deleted. */
  accept(batch: Batch): Promise<void> {
    return this.#exclusively(() => this.#remove(batch.name));
  }

  /** The gateway will never take the batch: it moves to the folder `dead-letter`, beside a file with the reason. */
  reject(batch: Batch, reason: string): Promise<void> {
    return this.#exclusively(async () => {
      if (!this.#sealed.some(({ name }) => name === batch.name)) return; // given up meanwhile, and logged
      const deadLetter = join(this.folder, 'dead-letter');
      const note = await open(join(deadLetter, `${batch.name}.reason.txt`), 'w', 0o600);
      await note.writeFile(`${reason}\n`);
      await note.sync();
      await note.close();
      await rename(join(this.folder, batch.name), join(deadLetter, batch.name));
      this.#sealed = this.#sealed.filter(({ name }) => name !== batch.name);
    });
  }

  close(): Promise<void> {
    return this.#exclusively(() => this.#seal());
  }

  async #segmentFor(bytes: number, rows: number): Promise<OpenSegment> {
    const current = this.#open;
    const isFull =
      current !== undefined &&
      (current.polls >= MAX_POLLS ||
        current.rows + rows > MAX_METER_READS ||
        current.bytes + bytes > SEGMENT_MAX_BYTES);
    if (current !== undefined && !isFull) return current;
    await this.#seal();
    const name = `${String(++this.#sequence).padStart(10, '0')}-${randomUUID()}.jsonl`;
    const file = await open(join(this.folder, name), 'ax', 0o600);
    await syncFolder(this.folder);
    this.#open = { name, file, bytes: 0, polls: 0, rows: 0 };
    return this.#open;
  }

  async #seal(): Promise<void> {
    const segment = this.#open;
    if (segment === undefined) return;
    this.#open = undefined;
    await segment.file.close();
    this.#sealed.push({ name: segment.name, bytes: segment.bytes });
  }

  async #makeRoom(bytes: number): Promise<void> {
    for (
      let oldest = this.#sealed[0];
      oldest !== undefined && this.bytes + bytes > this.limits.maxBytes;
      oldest = this.#sealed[0]
    ) {
      await this.#remove(oldest.name);
      this.limits.onGivenUp(oldest.name);
    }
  }

  async #read(name: string): Promise<Batch> {
    const lines = (await readFile(join(this.folder, name), 'utf8')).split('\n').slice(0, -1);
    return { name, idempotencyKey: SEGMENT_NAME.exec(name)?.[2] ?? name, polls: lines.flatMap(parseLine) };
  }

  async #remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
    this.#sealed = this.#sealed.filter((segment) => segment.name !== name);
  }

  /** One change of the folder at a time. */
  #exclusively<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#writing.then(change, change);
    this.#writing = done.catch(() => undefined);
    return done;
  }
}

/** A line of our own writing; one that a failing disk has damaged is skipped, the rest of the batch goes on. */
function parseLine(line: string): SpooledPoll[] {
  try {
    return [JSON.parse(line) as SpooledPoll]; // written by append, in this form and no other
  } catch {
    return [];
  }
}

/** Makes the name of a new file survive a power cut. Windows cannot sync a folder and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

/** Rows that a poll adds to the longest of the upload's columns. */
function longestColumn(poll: DecodedPoll): number {
  return Math.max(uploadedMeters(poll).length, poll.supplies.length, poll.alerts.length);
}
