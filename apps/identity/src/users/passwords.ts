import { availableParallelism } from 'node:os';
import { hash, parseOptions, verify } from '@node-rs/argon2';

/** argon2id (the library's default kind) as threats C20 asks: memory in KiB, passes, lanes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/**
 * Hashes that run at once: each takes 19 MiB and a core for tens of milliseconds. Two (threats C20), but never every
 * core: the one that is left answers everybody else (`npm run bench -- signin`).
 */
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1));
/** Hashes that may wait for their turn, about a second of work. */
const MAX_WAITING = 30;
/** No honest password is longer; hashing time must not depend on what a stranger sends. */
const MAX_LENGTH = 1024;

/** `busy`: too many are waiting, nothing was compared. */
export type PasswordVerdict = 'right' | 'wrong' | 'busy';

/** Compares a password with a stored hash, or with one that nothing fits; inside a turn. */
export type Compare = (storedHash: string | null, password: string) => Promise<boolean>;

/** Hashes and compares passwords, a few at a time, so that a flood of sign-ins leaves the process its cores. */
export class Passwords {
  private running = 0;
  private pending = 0;
  private readonly waiting: (() => void)[] = [];
  private dummy: Promise<string> | undefined;

  constructor(private readonly atOnce = AT_ONCE) {}

  /** @returns PHC string with its own salt. Not bounded by the queue's length: meant for set-up and changes. */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, COST));
  }

  /**
   * Compares exactly as typed. Without a stored hash (nobody of that name, or no password set yet) it does the same
   * work against a hash that nothing fits, so that time tells nothing (C23).
   */
  async verify(storedHash: string | null, password: string): Promise<PasswordVerdict> {
    const right = await this.turn((compare) => compare(storedHash, password));
    if (right === 'busy') return 'busy';
    return right ? 'right' : 'wrong';
  }

  /**
   * Waits for a turn, then runs something that compares a password, with all that belongs to it: of a flood only
   * those whose turn it is touch the database, and those who find the queue full cost nothing.
   * @returns `busy`: too many are waiting, nothing was run
   */
  async turn<T>(work: (compare: Compare) => Promise<T>): Promise<T | 'busy'> {
    if (this.pending >= this.atOnce + MAX_WAITING) return 'busy';
    this.pending++;
    try {
      return await this.inTurn(() => work((storedHash, password) => this.compare(storedHash, password)));
    } finally {
      this.pending--;
    }
  }

  /** True for a hash made with less than today's cost. */
  isOutdated(storedHash: string): boolean {
    const { memoryCost, timeCost } = parseOptions(storedHash);
    return memoryCost < COST.memoryCost || timeCost < COST.timeCost;
  }

  private async compare(storedHash: string | null, password: string): Promise<boolean> {
    this.dummy ??= hash('nobody signs in with this', COST);
    const comparable = storedHash !== null && password.length <= MAX_LENGTH;
    const compared = comparable ? storedHash : await this.dummy;
    const equal = await verify(compared, password.slice(0, MAX_LENGTH));
    return comparable && equal;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await new Promise<void>((resume) => this.waiting.push(resume));
    else this.running++;
    try {
      return await work();
    } finally {
      // The place goes to the next in line without being given back in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
