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

  function createSession(target: string, community: string, options: SessionOptions): Session;
  /** true for noSuchObject, noSuchInstance and endOfMibView */
  function isVarbindError(varbind: Varbind): boolean;
  const Version1: number;
  const Version2c: number;

  class RequestFailedError extends Error {
    /** one of ErrorStatus */
    status: number;
  }
  class RequestTimedOutError extends Error {}
}
