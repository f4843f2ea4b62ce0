/** What has to be undone at the end, newest first, each once. */
export class Closers {
  private readonly closers: (() => void | Promise<void>)[] = [];
  private done: Promise<void> | null = null;

  add(closer: () => void | Promise<void>): void {
    this.closers.push(closer);
  }

  /** true from the first call of `close` on */
  get closing(): boolean {
    return this.done !== null;
  }

  close(): Promise<void> {
    this.done ??= this.closeAll();
    return this.done;
  }

  /** Closes at Ctrl-C or SIGTERM; resolves when all is closed. Further signals change nothing. */
  onSignal(announce: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const once = () => {
        if (this.closing) return;
        announce();
        this.close().then(resolve, reject);
      };
      process.on('SIGINT', once);
      process.on('SIGTERM', once);
    });
  }

  private async closeAll(): Promise<void> {
    for (const closer of this.closers.reverse()) await closer();
  }
}
