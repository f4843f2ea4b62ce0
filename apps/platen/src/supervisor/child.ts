/**
 * Makes a process end with the one that started it: the channel between them closes when the parent is gone,
 * however it went.
 */
export function endWithParent(): void {
  if (process.channel) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
