import { inspect } from 'node:util';

/** How a device is asked: by a community (v1, v2c) or as a user (v3). */
export type SnmpCredentials = Community | SnmpUser;

/** Community of SNMP v1 or v2c. However it is printed, logged or put into JSON, it reads `<secret>`. */
export class Community {
  readonly #community: string;

  constructor(community: string) {
    this.#community = community;
  }

  /** The community itself, for the one place that sends it; with a context as HP and others understand it. */
  reveal(context?: string): string {
    return context === undefined ? this.#community : `${this.#community}@${context}`;
  }

  toString(): string {
    return '<secret>';
  }

  toJSON(): string {
    return '<secret>';
  }

  [inspect.custom](): string {
    return '<secret>';
  }
}

/** Protocols that prove who asks; md5 only because old machines know nothing better. */
export const authProtocols = ['sha256', 'sha512', 'sha384', 'sha224', 'sha', 'md5'] as const;
/** Protocols that hide what is asked: AES-128 of RFC 3826, AES-256 as Blumenthal or Reeder extend its key. */
export const privProtocols = ['aes', 'aes256b', 'aes256r', 'des'] as const;

export type AuthProtocol = (typeof authProtocols)[number];
export type PrivProtocol = (typeof privProtocols)[number];

/** What an SNMP v3 user proves itself with (RFC 3414); without `priv` it asks in clear. */
export interface SnmpUserKeys {
  readonly name: string;
  readonly auth: { readonly protocol: AuthProtocol; readonly key: string };
  readonly priv?: { readonly protocol: PrivProtocol; readonly key: string };
}

/** Shortest pass phrase of a key (RFC 3414 11.2). */
const SHORTEST_KEY = 8;

/** A user of SNMP v3. However it is printed, logged or put into JSON, it reads `<secret>`. */
export class SnmpUser {
  readonly #keys: SnmpUserKeys;

  /** @throws Error for a name that is missing or a key that is too short; the message repeats neither */
  constructor(keys: SnmpUserKeys) {
    if (keys.name === '' || keys.name.length > 32) throw new Error('an SNMP v3 user has 1 to 32 characters');
    const secrets = [keys.auth.key, ...(keys.priv ? [keys.priv.key] : [])];
    if (secrets.some((key) => key.length < SHORTEST_KEY))
      throw new Error(`the keys of an SNMP v3 user have at least ${SHORTEST_KEY} characters`);
    this.#keys = keys;
  }

  /** The keys themselves, for the one place that uses them. */
  reveal(): SnmpUserKeys {
    return this.#keys;
  }

  toString(): string {
    return '<secret>';
  }

  toJSON(): string {
    return '<secret>';
  }

  [inspect.custom](): string {
    return '<secret>';
  }
}
