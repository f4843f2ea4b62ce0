/** The process did not become ready in time. */
export class NotReadyError extends Error {
  override readonly name = 'NotReadyError';
}

/**
 * Waits until an address answers 200.
 * @throws NotReadyError after `withinMs`
 */
export async function waitReady(url: string, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const ready = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    if (Date.now() > deadline) throw new NotReadyError(`${url} was not ready within ${withinMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
