import type { Varbinds } from '@platen/printer-mib';

/**
 * The only interface that touches the network. A test gives a map of OID -> value instead.
 * Both reads answer with what exists; OIDs that the device does not have are absent from the answer.
 */
export interface SnmpSession {
  /** @throws DeviceSilentError, AccessRefusedError, RequestBudgetError */
  get(oids: readonly string[]): Promise<Varbinds>;
  /** Everything below the given columns, at most {@link MAX_ROWS} rows each. @throws like {@link get} */
  walk(columns: readonly string[]): Promise<Varbinds>;
  close(): void;
}

/** Requests of one poll, shared by its sessions; a resend is not counted. */
export interface RequestBudget {
  used: number;
  readonly limit: number;
}

/** Rows of one column after which a walk stops, whatever the device still has to tell. */
export const MAX_ROWS = 256;

/** No answer after all resends: off, not there, a wrong community, or a network that loses too much. */
export class DeviceSilentError extends Error {
  constructor(address: string) {
    super(`${address} does not answer (off, unreachable, or another community or SNMP version)`);
    this.name = 'DeviceSilentError';
  }
}

/** The device answers, and says that this user or its keys are not known to it. */
export class AccessRefusedError extends Error {
  constructor(address: string) {
    super(`${address} refuses this SNMP v3 user (name, protocols or keys are not those of the device)`);
    this.name = 'AccessRefusedError';
  }
}

/** The poll needed more requests than allowed: a device that never comes to an end. */
export class RequestBudgetError extends Error {
  constructor(address: string, limit: number) {
    super(`${address} was asked ${limit} times and the poll is still not complete`);
    this.name = 'RequestBudgetError';
  }
}
