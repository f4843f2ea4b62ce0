import { setTimeout as sleep } from 'node:timers/promises';

/** At most so many packets a second, with bursts of one second; what was sent beyond is waited for by the next. */
export class PacketAllowance {
  #left: number;
  #at: number;
  #sent = 0;

  /** @param now  milliseconds, for tests */
  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
    private readonly wait: (ms: number) => Promise<unknown> = sleep,
  ) {
    this.#left = perSecond;
    this.#at = now();
  }

  /** Packets sent so far. */
  get sent(): number {
    return this.#sent;
  }

  /** Counts packets that are sent now; resolves when they may be. */
  async spend(packets: number): Promise<void> {
    const now = this.now();
    this.#left = Math.min(this.perSecond, this.#left + ((now - this.#at) * this.perSecond) / 1000) - packets;
    this.#at = now;
    this.#sent += packets;
    if (this.#left < 0) await this.wait((-this.#left * 1000) / this.perSecond);
  }
}
