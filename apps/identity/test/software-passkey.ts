import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** How a made-up security key answers; everything as an honest one on our own page would, unless told otherwise. */
export interface Lies {
  readonly origin?: string;
  readonly site?: string;
  readonly challenge?: string;
  /** false: nobody proved herself to the key by PIN or finger */
  readonly verified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
}

const ORIGIN = 'http://localhost:8080';
const SITE = 'localhost';
const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const base64url = (data: string | Buffer) => Buffer.from(data).toString('base64url');

/** A security key in software: an ES256 pair that signs as WebAuthn Level 3, 6.1 and 6.5 want it. */
export class SoftwarePasskey {
  readonly credentialId = randomBytes(32);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private counter = 0;
  private userHandle = '';

  /** Answers `navigator.credentials.create()`. @param options  JSON of the creation options */
  create(options: string, lies: Lies = {}): string {
    const { challenge, user } = JSON.parse(options);
    this.userHandle = user.id;
    const length = Buffer.from([0, this.credentialId.length]);
    const key = Buffer.concat([Buffer.alloc(16), length, this.credentialId, this.coseKey()]);
    const authData = Buffer.concat([this.authData(lies, HAS_KEY), key]);
    const header = Buffer.from([0x58, authData.length]);
    const attestation = Buffer.concat([cborText('fmt', 0xa3), cborText('none'), cborText('attStmt')]);
    const attestationObject = Buffer.concat([
      attestation,
      Buffer.from([0xa0]),
      cborText('authData'),
      header,
      authData,
    ]);
    return this.answer({
      clientDataJSON: base64url(clientData('webauthn.create', challenge, lies)),
      attestationObject: base64url(attestationObject),
      transports: ['internal'],
    });
  }

  /** Answers `navigator.credentials.get()`. @param options  JSON of the request options */
  get(options: string, lies: Lies = {}): string {
    const { challenge } = JSON.parse(options);
    this.counter += 1;
    const data = clientData('webauthn.get', challenge, lies);
    const authData = this.authData(lies, 0);
    const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), this.keys.privateKey);
    return this.answer({
      clientDataJSON: base64url(data),
      authenticatorData: base64url(authData),
      signature: base64url(signature),
      userHandle: lies.userHandle ?? this.userHandle,
    });
  }

  private answer(response: object): string {
    const id = base64url(this.credentialId);
    return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} });
  }

  private authData({ site = SITE, verified = true, counter = this.counter }: Lies, flags: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(site), Buffer.from([PRESENT | (verified ? VERIFIED : 0) | flags]), count]);
  }

  /** RFC 9053, 7.1: {1: 2, 3: -7, -1: 1, -2: x, -3: y} */
  private coseKey(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
    const bytes = (value: string) => Buffer.from(value, 'base64url');
    return Buffer.concat([head, bytes(x), Buffer.from([0x22, 0x58, 0x20]), bytes(y)]);
  }
}

function clientData(type: string, asked: string, { origin = ORIGIN, challenge = asked }: Lies): string {
  return JSON.stringify({ type, challenge, origin, crossOrigin: false });
}

/** RFC 8949, 3.1: a text of fewer than 24 bytes; `before` opens a map. */
function cborText(text: string, before?: number): Buffer {
  return Buffer.concat([
    Buffer.from(before === undefined ? [] : [before]),
    Buffer.from([0x60 + text.length]),
    Buffer.from(text),
  ]);
}
