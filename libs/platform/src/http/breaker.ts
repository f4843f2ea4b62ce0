const FAILURES_TO_OPEN = 5;
const OPEN_MS = 2000;

/**
 * Stops asking a process that does not answer: after five failures in a row nothing is sent for 2 s, then one
 * request tries again. Keeps a dead service from holding every request for the whole time-out.
 */
export class Breaker {
  private failures = 0;
  private openUntil = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** True when a request may be sent; while open, one per 2 s may. */
  mayTry(): boolean {
    if (this.failures < FAILURES_TO_OPEN) return true;
    const now = this.now();
    if (now < this.openUntil) return false;
    this.openUntil = now + OPEN_MS;
    return true;
  }

  succeeded(): void {
    this.failures = 0;
  }

  failed(): void {
    this.failures += 1;
    if (this.failures >= FAILURES_TO_OPEN) this.openUntil = this.now() + OPEN_MS;
  }
}
