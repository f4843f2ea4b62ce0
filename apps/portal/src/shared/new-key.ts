/**
 * A key for a command that must not run twice, however often it is sent. Not a secret; `crypto.randomUUID` would be
 * missing where the portal is served without TLS.
 */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
