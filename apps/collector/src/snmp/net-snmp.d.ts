/** The part of net-snmp (which ships no types) that the collector uses; see its README and index.js 3.29. */
declare module 'net-snmp' {
  import type { Socket } from 'node:dgram';

  interface Varbind {
    oid: string;
    /** one of ObjectType */
    type: number;
    value: number | string | Buffer | boolean | null;
  }

  interface SessionOptions {
    port: number;
    version: number;
    transport: 'udp4' | 'udp6';
    /** milliseconds before the first resend */
    timeout: number;
    retries: number;
    /** factor of the timeout from one resend to the next */
    backoff: number;
    idBitsSize: 32;
  }

  interface Session {
    readonly dgram: Socket;
    get(oids: string[], done: (error: Error | null, varbinds?: Varbind[]) => void): this;
    getNext(oids: string[], done: (error: Error | null, varbinds?: Varbind[]) => void): this;
    /** one array of varbinds per OID when there are no non-repeaters */
    getBulk(
      oids: string[],
      nonRepeaters: number,
      maxRepetitions: number,
      done: (error: Error | null, varbinds?: Varbind[][]) => void,
    ): this;
    onMsg(message: Buffer): void;
    on(event: 'error', listener: (error: Error) => void): this;
    close(): this;
  }

  /** a user of v3 (RFC 3414); protocols are the numbers of AuthProtocols and PrivProtocols */
  interface User {
    name: string;
    level: number;
    authProtocol: number;
    authKey: string;
    privProtocol?: number;
    privKey?: string;
  }

  function createSession(target: string, community: string, options: SessionOptions): Session;
  function createV3Session(
    target: string,
    user: User,
    options: SessionOptions & { context: string },
  ): Session;
  /** true for noSuchObject, noSuchInstance and endOfMibView */
  function isVarbindError(varbind: Varbind): boolean;
  const Version1: number;
  const Version2c: number;
  const Version3: number;
  const SecurityLevel: { readonly authNoPriv: number; readonly authPriv: number };
  const AuthProtocols: Readonly<Record<'md5' | 'sha' | 'sha224' | 'sha256' | 'sha384' | 'sha512', number>>;
  const PrivProtocols: Readonly<Record<'des' | 'aes' | 'aes256b' | 'aes256r', number>>;
  const ResponseInvalidCode: { readonly EAuthFailure: number; readonly ECouldNotDecrypt: number };

  class RequestFailedError extends Error {
    /** one of ErrorStatus */
    status: number;
  }
  class ResponseInvalidError extends Error {
    /** one of ResponseInvalidCode */
    code: number;
  }
  class RequestTimedOutError extends Error {}
}
