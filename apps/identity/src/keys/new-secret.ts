import { newToken } from '../sessions/secret-token';
import { KEY_PREFIX_LENGTH } from './key-prefix';

/** A new key: the product's mark, by which scanners find keys that leaked, and 256 random bits. */
export function newKeySecret(): { readonly secret: string; readonly prefix: string } {
  const secret = `ptn_${newToken()}`;
  return { secret, prefix: secret.slice(0, KEY_PREFIX_LENGTH) };
}

/** A new bearer token of short life, told from a key by its mark. */
export function newAccessToken(): string {
  return `pta_${newToken()}`;
}
