import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a link lets its holder do: read this one file, until then. */
export interface FileLink {
  readonly name: string;
  readonly expiresAt: Date;
}

/** Longest life of a link; whoever may see the file gets a new one at every look. */
const MAX_LIFE_MS = 15 * 60_000;

/** Signs a short-lived link to one file. @throws RangeError for a life of more than 15 minutes */
export function signFileLink(link: FileLink, secret: string, now: Date): string {
  if (link.expiresAt.getTime() - now.getTime() > MAX_LIFE_MS)
    throw new RangeError('A link to a file lives 15 minutes at most.');
  const text = `${link.name}.${link.expiresAt.getTime().toString(36)}`;
  return `${text}.${signature(text, secret)}`;
}

/** @returns the name of the file, or null for a token that is not ours, was changed, or is too old */
export function readFileLink(token: string, secret: string, now: Date): string | null {
  const [name = '', expires = '', signed = '', ...rest] = token.split('.');
  const expected = Buffer.from(signature(`${name}.${expires}`, secret));
  const given = Buffer.from(signed);
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return Number.parseInt(expires, 36) > now.getTime() ? name : null;
}

function signature(text: string, secret: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'platen file link', 32));
  return createHmac('sha256', key).update(text).digest('base64url');
}
