import { lookup } from 'node:dns/promises';
import { isIPv6 } from 'node:net';
import { compareOids, type Varbinds, type VarbindValue } from '@platen/printer-mib';
import * as snmp from 'net-snmp';
import { cursorsAt, takeRows } from './columns';
import { Community, type SnmpCredentials, type SnmpUser } from './credentials';
import {
  AccessRefusedError,
  DeviceSilentError,
  type RequestBudget,
  RequestBudgetError,
  type SnmpSession,
} from './session';

/** Where and how to ask. */
export interface SessionTarget {
  host: string;
  port: number;
  /** with a user it is v3, whatever stands here */
  version: '1' | '2c';
  credentials: SnmpCredentials;
  /** SNMP context, sent as `<community>@<context>` before v3 */
  context?: string;
  /** milliseconds until a request is sent again, half as much more each time */
  timeoutMs: number;
  /** how often a request is sent again */
  retries: number;
}

type Answers = Map<string, VarbindValue>;

/** OIDs in one request: an answer with this many long texts still fits one datagram. */
const OIDS_PER_REQUEST = 12;
const VARBINDS_PER_BULK = 60;

/** Opens a session on UDP. @throws when the host name does not resolve */
export async function openSession(target: SessionTarget, budget: RequestBudget): Promise<SnmpSession> {
  const { address, family } = await lookup(target.host);
  const { credentials } = target;
  const options = {
    port: target.port,
    transport: family === 6 ? ('udp6' as const) : ('udp4' as const),
    timeout: target.timeoutMs,
    retries: target.retries,
    backoff: 1.5,
    idBitsSize: 32 as const,
  };
  const session =
    credentials instanceof Community
      ? snmp.createSession(address, credentials.reveal(target.context), {
          ...options,
          version: target.version === '1' ? snmp.Version1 : snmp.Version2c,
        })
      : snmp.createV3Session(address, usmUser(credentials), {
          ...options,
          version: snmp.Version3,
          context: target.context ?? '',
        });
  return new NetSnmpSession(session, { ...target, host: address }, budget);
}

function usmUser(user: SnmpUser): snmp.User {
  const { name, auth, priv } = user.reveal();
  return {
    name,
    level: priv ? snmp.SecurityLevel.authPriv : snmp.SecurityLevel.authNoPriv,
    authProtocol: snmp.AuthProtocols[auth.protocol],
    authKey: auth.key,
    ...(priv && { privProtocol: snmp.PrivProtocols[priv.protocol], privKey: priv.key }),
  };
}

class NetSnmpSession implements SnmpSession {
  readonly #address: string;
  /** v1 refuses a whole GET for one missing OID, and knows no GETBULK */
  readonly #isFirst: boolean;
  /** false once the device failed at GETBULK: some agents drop answers that grow too large */
  #bulk: boolean;

  constructor(
    private readonly session: snmp.Session,
    target: SessionTarget,
    private readonly budget: RequestBudget,
  ) {
    this.#address = `${isIPv6(target.host) ? `[${target.host}]` : target.host}:${target.port}`;
    this.#isFirst = target.version === '1' && target.credentials instanceof Community;
    this.#bulk = !this.#isFirst;
    guardMessages(session, target);
  }

  /** Asks with GET. v1 would refuse the whole GET for one missing OID, so there GETNEXT looks one OID ahead. */
  async get(oids: readonly string[]): Promise<Varbinds> {
    const answers: Answers = new Map();
    for (const part of chunks([...oids].sort(compareOids))) {
      if (!this.#isFirst) await this.#getInto(answers, part);
      const missing = part.filter((oid) => !answers.has(oid));
      // Nothing at all: some firmware answers walks only.
      if (missing.length === part.length) await this.#lookAhead(answers, missing);
    }
    return answers;
  }

  async walk(columns: readonly string[]): Promise<Varbinds> {
    const answers: Answers = new Map();
    for (const part of chunks([...columns].sort(compareOids))) {
      let cursors = cursorsAt(part);
      while (cursors.length > 0) {
        const found = await this.#following(cursors.map((cursor) => cursor.at));
        cursors = takeRows(cursors, found, (row) => keep(answers, row));
      }
    }
    return answers;
  }

  close(): void {
    this.session.close();
  }

  async #getInto(answers: Answers, oids: string[]): Promise<void> {
    const found = await this.#request<snmp.Varbind[]>((done) => this.session.get(oids, done));
    if (!(found instanceof Refusal)) for (const varbind of found) keep(answers, varbind);
    else if (oids.length > 1) for (const half of halves(oids)) await this.#getInto(answers, half);
  }

  async #lookAhead(answers: Answers, oids: string[]): Promise<void> {
    const found = await this.#next(oids.map(justBefore));
    oids.forEach((oid, i) => {
      const varbind = found[i]?.[0];
      if (varbind?.oid === oid) keep(answers, varbind);
    });
  }

  /** The next rows after each OID, one list per OID; an empty list where there is nothing more. */
  async #following(oids: string[]): Promise<snmp.Varbind[][]> {
    if (!this.#bulk) return this.#next(oids);
    const repetitions = Math.max(2, Math.floor(VARBINDS_PER_BULK / oids.length));
    try {
      const found = await this.#request<snmp.Varbind[][]>((done) =>
        this.session.getBulk(oids, 0, repetitions, done),
      );
      if (!(found instanceof Refusal)) return found;
    } catch (error) {
      if (!(error instanceof DeviceSilentError)) throw error;
    }
    this.#bulk = false;
    return this.#next(oids);
  }

  /**
   * GETNEXT for OIDs in ascending order. v1 reports the end of the MIB by naming one OID: it and all after it have
   * nothing more. Any other refusal (too big, general error) is answered by asking in halves.
   */
  async #next(oids: string[]): Promise<snmp.Varbind[][]> {
    if (oids.length === 0) return [];
    const found = await this.#request<snmp.Varbind[]>((done) => this.session.getNext(oids, done));
    if (!(found instanceof Refusal)) return found.map((varbind) => [varbind]);
    if (oids.length === 1) return [[]];
    const end = oids.indexOf(found.noSuchName ?? '');
    if (end >= 0) return [...(await this.#next(oids.slice(0, end))), ...oids.slice(end).map(() => [])];
    const lists: snmp.Varbind[][] = [];
    for (const half of halves(oids)) lists.push(...(await this.#next(half)));
    return lists;
  }

  #request<T>(send: (done: (error: Error | null, found?: T) => void) => void): Promise<T | Refusal> {
    if (this.budget.used >= this.budget.limit) {
      return Promise.reject(new RequestBudgetError(this.#address, this.budget.limit));
    }
    this.budget.used++;
    return new Promise((resolve, reject) => {
      send((error, found) => {
        if (error === null && found !== undefined) resolve(found);
        else if (isAccessRefused(error)) reject(new AccessRefusedError(this.#address));
        else if (error === null || isRefusal(error)) resolve(new Refusal(error));
        else if (error instanceof snmp.RequestTimedOutError) reject(new DeviceSilentError(this.#address));
        else reject(error);
      });
    });
  }
}

/** The device answered, but with an error status or nonsense. */
class Refusal {
  /** the OID that a v1 agent does not have, when that is the reason; net-snmp tells it in the message only */
  readonly noSuchName: string | undefined;

  constructor(error: Error | null) {
    this.noSuchName = /^NoSuchName: ([\d.]+)$/.exec(error?.message ?? '')?.[1];
  }
}

/** RFC 3414 3.2: unknown user, wrong digest, unsupported level, or what came cannot be opened with our key. */
function isAccessRefused(error: Error | null): boolean {
  return (
    error instanceof snmp.ResponseInvalidError &&
    [snmp.ResponseInvalidCode.EAuthFailure, snmp.ResponseInvalidCode.ECouldNotDecrypt].includes(error.code)
  );
}

function isRefusal(error: Error): boolean {
  return error instanceof snmp.RequestFailedError || error instanceof snmp.ResponseInvalidError;
}

/**
 * Lets only datagrams of the asked device through, and keeps one that cannot be parsed from ending the process:
 * net-snmp would throw inside the socket's event. Such an answer counts as lost and the request is sent again.
 */
function guardMessages(session: snmp.Session, target: SessionTarget): void {
  session.dgram.removeAllListeners('message');
  session.dgram.on('message', (message, from) => {
    if (from.address !== target.host || from.port !== target.port) return;
    try {
      session.onMsg(message);
    } catch {
      // not SNMP: as good as lost
    }
  });
  session.on('error', () => undefined);
}

/** Brings a value into the form that printer-mib reads; a Counter64 beyond 2^53 is left out. */
function keep(answers: Answers, varbind: snmp.Varbind): void {
  const { oid, type, value } = varbind;
  if (snmp.isVarbindError(varbind) || value === null || typeof value === 'boolean') return;
  if (type === COUNTER64) {
    const count = Buffer.isBuffer(value) ? Number(`0x${value.toString('hex') || '0'}`) : Number.NaN;
    if (Number.isSafeInteger(count)) answers.set(oid, count);
  } else answers.set(oid, value);
}

const COUNTER64 = 70;

function chunks(oids: string[]): string[][] {
  const parts: string[][] = [];
  for (let i = 0; i < oids.length; i += OIDS_PER_REQUEST) parts.push(oids.slice(i, i + OIDS_PER_REQUEST));
  return parts;
}

function halves(oids: string[]): [string[], string[]] {
  const middle = oids.length >> 1;
  return [oids.slice(0, middle), oids.slice(middle)];
}

/** An OID from which GETNEXT leads to the given one: its last arc one less, or without it when that is 0. */
function justBefore(oid: string): string {
  const dot = oid.lastIndexOf('.');
  const last = Number(oid.slice(dot + 1));
  return last === 0 ? oid.slice(0, dot) : `${oid.slice(0, dot)}.${last - 1}`;
}
