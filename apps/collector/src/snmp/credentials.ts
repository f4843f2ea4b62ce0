import { inspect } from 'node:util';

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
