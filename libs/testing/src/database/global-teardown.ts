/** Stops the server that the set-up started, if it did. */
export default function stopServer(): void {
  (globalThis as { stopTestPostgres?: () => void }).stopTestPostgres?.();
}
