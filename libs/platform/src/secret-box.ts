import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Keeps secrets at rest that the product itself has to read again: links in mails under way, seeds of second
 * factors. Whoever reads the database alone learns nothing from them.
 */
export interface SecretBox {
  /** @returns base64url of nonce, tag and ciphertext (AES-256-GCM); another one each time */
  seal(text: string): string;
  /** @throws SecretBoxError for anything that this box did not seal, or sealed under another secret */
  open(sealed: string): string;
}

/** The text was not sealed with this secret for this purpose, or was changed since. */
export class SecretBoxError extends Error {
  override readonly name = 'SecretBoxError';
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param purpose  keys of different purposes never open each other's secrets */
export function secretBox(secret: string, purpose: string): SecretBox {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `platen secret box ${purpose}`, 32));
  return {
    seal: (text) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new SecretBoxError('This secret cannot be opened here.', { cause });
      }
    },
  };
}
