import { createHash, randomBytes } from 'node:crypto';

/** A new session token: 256 random bits as base64url, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What the database keeps of a token or key. One round of SHA-256 is enough: 256 random bits cannot be guessed
 * from their hash, and looking up by hash leaves nothing to time.
 */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
