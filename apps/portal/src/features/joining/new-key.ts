/** A key for one command: sent again with it, the command is not carried out a second time. */
export function newKey(): string {
  return crypto.randomUUID();
}
