import { createPublicKey, verify } from 'node:crypto';

/** A statement about a newer version. Only its signature makes it worth showing; nothing is ever fetched or run. */
export interface Release {
  readonly version: string;
  /** yyyy-mm-dd */
  readonly releasedOn: string;
  readonly notesUrl: string;
  readonly sha256: string;
  /** Ed25519, base64 */
  readonly signature: string;
}

/** The text that is signed: one value a line, under a heading that no other signature uses. */
export function signedText({ version, releasedOn, notesUrl, sha256 }: Omit<Release, 'signature'>): string {
  return `platen-collector-release\n${version}\n${releasedOn}\n${notesUrl}\n${sha256}\n`;
}

/**
 * True for a newer version whose statement this key signed.
 * @param publicKey  Ed25519, SPKI in base64, as `openssl pkey -pubout -outform DER | base64` writes it
 */
export function isRightRelease(release: Release, publicKey: string, running: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return false;
    const isSigned = verify(
      null,
      Buffer.from(signedText(release)),
      key,
      Buffer.from(release.signature, 'base64'),
    );
    return isSigned && release.notesUrl.startsWith('https://') && isNewer(release.version, running);
  } catch {
    return false; // a broken key or statement proves nothing
  }
}

function isNewer(offered: string, running: string): boolean {
  const [offer, own] = [offered, running].map((version) => version.split('.').map(Number));
  if (!offer || !own || offer.length !== 3 || offer.some(Number.isNaN)) return false;
  const at = offer.findIndex((part, i) => part !== own[i]);
  return at >= 0 && (offer[at] ?? 0) > (own[at] ?? 0);
}
