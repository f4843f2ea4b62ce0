/** Ends the command with a sentence instead of a stack, unless the error is a bug. */
export function fail(error: unknown): void {
  const expected = new Set([
    'StartError',
    'SettingsError',
    'EmbeddedPostgresError',
    'NotReadyError',
    'PollError',
    'DemoCheckError',
    'InstallationError',
  ]);
  if (error instanceof Error && expected.has(error.name)) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 100).unref();
}
