import { setTimeout as sleep } from 'node:timers/promises';
import type { PollUpload } from '@platen/contracts';
import type { Log } from '../log';
import type { Spool } from '../spool/spool';
import type { Batch } from '../spool/spooled-poll';
import type { Outcome } from './answer';
import { toUpload } from './columns';

/** What a sender works with. */
export interface SenderParts {
  spool: Spool;
  post: (upload: PollUpload, signal: AbortSignal) => Promise<Outcome>;
  backoffMs: { first: number; longest: number };
  log: Log;
  /** 0 up to 1; jitter */
  random?: () => number;
}

/**
 * Empties the spool into the gateway, oldest batch first, one at a time. A batch that must wait lets the others
 * pass once each, so one that the gateway stumbles over does not hold up the rest; the pause between attempts
 * doubles, with jitter, as long as none is taken.
 */
export class Sender {
  #failures = 0;
  #tried = new Set<string>();
  #wake: () => void = () => undefined;

  constructor(private readonly parts: SenderParts) {}

  /** There is something new in the spool. */
  wake(): void {
    this.#wake();
  }

  /** Sends until the signal says stop; what is not sent stays in the spool under its key. */
  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#wake(), { once: true });
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const batch = await this.#nextBatch();
      if (batch === null) await woken;
      else await this.#send(batch, signal);
    }
  }

  async #nextBatch(): Promise<Batch | null> {
    const { spool } = this.parts;
    const batch = await spool.next(this.#tried);
    if (batch !== null || this.#tried.size === 0) return batch;
    this.#tried = new Set();
    return spool.next();
  }

  async #send(batch: Batch, signal: AbortSignal): Promise<void> {
    const { spool, post, log } = this.parts;
    const outcome = await post(toUpload(batch), signal);
    if (outcome.kind === 'later') return this.#pause(batch, outcome, signal);
    this.#failures = 0;
    if (outcome.kind === 'accepted') {
      await spool.accept(batch);
      log('info', 'batch taken', { polls: batch.polls.length, ...outcome.facts });
    } else {
      await spool.reject(batch, outcome.reason);
      log('error', 'batch rejected, kept in dead-letter', { batch: batch.name, reason: outcome.reason });
    }
  }

  async #pause(
    batch: Batch,
    outcome: Extract<Outcome, { kind: 'later' }>,
    signal: AbortSignal,
  ): Promise<void> {
    if (signal.aborted) return;
    this.#tried.add(batch.name);
    const pauseMs = Math.max(this.#backoff(), (outcome.afterSeconds ?? 0) * 1000);
    this.parts.log('warn', 'gateway has not taken a batch', {
      reason: outcome.reason,
      pauseMs: Math.round(pauseMs),
    });
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined); // stopped: the loop ends
  }

  #backoff(): number {
    const { first, longest } = this.parts.backoffMs;
    const full = Math.min(longest, first * 2 ** this.#failures++);
    return full * (0.5 + (this.parts.random ?? Math.random)() / 2);
  }
}
