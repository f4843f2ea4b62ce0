import { createHash, randomBytes } from 'node:crypto';

/** A token of 256 random bits as base64url, 43 characters. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of it: 256 random bits cannot be guessed from their hash (threats C24). */
export function hashLinkToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
