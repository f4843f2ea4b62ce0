import { compareOids } from '@platen/printer-mib';

/** One object of an agent, in SNMP's own types. */
export interface MibObject {
  oid: string;
  type: number;
  value: number | string | Buffer;
}

/** Tags of the SNMP types that printers use (RFC 1155, RFC 2578). */
export const syntax = { integer: 2, octets: 4, oid: 6, counter32: 65, timeTicks: 67 } as const;
/** Tags that stand in place of a value (RFC 3416). */
export const noSuchInstance = 129;
/** As {@link noSuchInstance}, after the last object. */
export const endOfMibView = 130;

/** All objects of an agent at one moment, in the order of their OIDs. */
export class MibView {
  readonly #objects: readonly MibObject[];

  constructor(objects: readonly MibObject[]) {
    this.#objects = [...objects].sort((a, b) => compareOids(a.oid, b.oid));
  }

  at(oid: string): MibObject | undefined {
    return this.#objects.find((object) => object.oid === oid);
  }

  /** The first object after an OID, whether that OID exists or not. */
  after(oid: string): MibObject | undefined {
    return this.#objects.find((object) => compareOids(object.oid, oid) > 0);
  }
}
