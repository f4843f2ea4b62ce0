import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  type WebAuthnCredential,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { parsePasskeyAnswer } from './passkey-answer';

/** A passkey as it is kept: the public half, and how often it says that it was used. */
export interface KeptPasskey {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** Whose passkey is made; the names are shown by the browser and the key alone. */
export interface PasskeyOwner {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly brand: string;
}

/** How long a person may take to touch a key, and how long a challenge is good for. */
export const CHALLENGE_LIFE = '5 minutes';
const TIMEOUT_MS = 300_000;
/** EdDSA, ES256 and RS256 (RFC 9053): what every key of today can do. */
const ALGORITHMS = [-8, -7, -257];

/**
 * Our side of WebAuthn. Site and origin are those of `PLATEN_URL`, never of a request's Host: a passkey made for this
 * site answers no other. Options and answers are JSON texts, as browsers write and read them.
 */
export class RelyingParty {
  private readonly id: string;
  private readonly origin: string;

  constructor(publicUrl: string) {
    const { hostname, origin } = new URL(publicUrl);
    this.id = hostname;
    this.origin = origin;
  }

  /** What the browser needs to make a passkey: one that can be found without a name, behind a PIN or a finger. */
  async creationOptions(owner: PasskeyOwner, known: readonly string[], challenge: string): Promise<string> {
    const options = await generateRegistrationOptions({
      rpName: owner.brand,
      rpID: this.id,
      userID: new Uint8Array(Buffer.from(userHandleOf(owner.id), 'base64url')),
      userName: owner.email,
      userDisplayName: owner.displayName,
      challenge: bytesOf(challenge),
      timeout: TIMEOUT_MS,
      supportedAlgorithmIDs: ALGORITHMS,
      excludeCredentials: known.map((id) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return JSON.stringify(options);
  }

  /** @returns null for anything but a passkey made here, for this challenge, by a person who was verified */
  async verifyCreation(answer: string, challenge: string): Promise<KeptPasskey | null> {
    const response = parsePasskeyAnswer<RegistrationResponseJSON>(answer);
    if (!response) return null;
    const expected = {
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.id,
      supportedAlgorithmIDs: ALGORITHMS,
    };
    // The library throws for every way in which a stranger's bytes can be wrong: all of them mean no.
    const verified = await verifyRegistrationResponse({ response, ...expected }).catch(() => null);
    if (!verified?.registrationInfo) return null;
    const { id, publicKey, counter, transports } = verified.registrationInfo.credential;
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey),
      counter,
      transports: (transports ?? []).slice(0, 10).map((transport) => String(transport).slice(0, 40)),
    };
  }

  /**
   * What the browser needs to ask for a passkey.
   * @param allowed  null: whichever the person has for this site, proved by PIN or finger (no password was asked)
   */
  async requestOptions(allowed: readonly KeptPasskey[] | null, challenge: string): Promise<string> {
    const options = await generateAuthenticationOptions({
      rpID: this.id,
      challenge: bytesOf(challenge),
      timeout: TIMEOUT_MS,
      userVerification: allowed ? 'preferred' : 'required',
      ...(allowed && {
        allowCredentials: allowed.map(({ credentialId, transports }) => ({
          id: credentialId,
          transports: [...transports],
        })),
      }),
    });
    return JSON.stringify(options);
  }

  /**
   * @param verified  the person has to have proved herself to the key: asked where there is no password beside it
   * @returns how often the key says that it was used, null when the answer proves nothing
   */
  async verifyRequest(
    answer: string,
    challenge: string,
    passkey: KeptPasskey,
    { verified: requireUserVerification }: { readonly verified: boolean },
  ): Promise<number | null> {
    const response = parsePasskeyAnswer<AuthenticationResponseJSON>(answer);
    if (!response) return null;
    const credential: WebAuthnCredential = {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
    };
    const result = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.id,
      credential,
      requireUserVerification,
    }).catch(() => null);
    return result?.verified ? result.authenticationInfo.newCounter : null;
  }
}

/** What a passkey keeps of its owner: the id, no name. base64url */
export function userHandleOf(userId: string): string {
  return Buffer.from(userId.replaceAll('-', ''), 'hex').toString('base64url');
}

function bytesOf(challenge: string) {
  return new Uint8Array(Buffer.from(challenge, 'base64url'));
}
