import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Community, type SnmpCredentials } from '../snmp/credentials';
import type { CollectorTarget } from '../target';
import type { Finding } from './probe';

/** What was found at an address, as it is kept; a credential only by its place in the local list. */
interface Entry {
  readonly kind: Finding['kind'] | 'excluded';
  /** milliseconds since 1970 */
  readonly at: number;
  readonly via?: 'ipp' | '1' | '2c';
  readonly credential?: number;
}

const HOUR_MS = 3_600_000;
/** How long an address is left alone: a machine that is no printer a day, one that does not answer an hour. */
const REST_MS: Readonly<Record<Entry['kind'], number>> = {
  printer: 24 * HOUR_MS,
  other: 24 * HOUR_MS,
  excluded: 24 * HOUR_MS,
  silent: HOUR_MS,
};
/** A printer that was found and has been silent for so long is looked for anew. */
const FORGOTTEN_AFTER_MS = 7 * 24 * HOUR_MS;

const FILE = 'found.json';

/** What searches found, kept over restarts: nobody is asked again before his rest is over. */
export class Found {
  readonly #entries: Map<string, Entry>;

  constructor(
    private readonly folder: string,
    private readonly credentials: readonly SnmpCredentials[],
    private readonly ports: { readonly snmp: number; readonly ipp: number },
  ) {
    this.#entries = new Map(Object.entries(readKept(join(folder, FILE))));
  }

  kindOf(address: string): Entry['kind'] | null {
    return this.#entries.get(address)?.kind ?? null;
  }

  /** True while an address is not to be asked. A printer rests from searches as long as it is polled. */
  isResting(address: string, now: number): boolean {
    const entry = this.#entries.get(address);
    if (!entry) return false;
    return entry.kind === 'printer' || now - entry.at < REST_MS[entry.kind];
  }

  keep(address: string, finding: Finding | { readonly kind: 'excluded' }, now: number): void {
    this.#entries.set(address, { kind: finding.kind, at: now, ...wayOf(finding, this.credentials) });
  }

  /** A printer answered just now. */
  heard(address: string, now: number): void {
    const entry = this.#entries.get(address);
    if (entry?.kind === 'printer') this.#entries.set(address, { ...entry, at: now });
  }

  /** The printers found at these addresses. Those silent for a week are forgotten, to be looked for anew. */
  targets(isWanted: (address: string) => boolean, now: number): CollectorTarget[] {
    return [...this.#entries].flatMap(([address, entry]) => {
      if (entry.kind !== 'printer' || !isWanted(address)) return [];
      if (now - entry.at > FORGOTTEN_AFTER_MS) {
        this.#entries.delete(address);
        return [];
      }
      return this.#targetOf(address, entry) ?? [];
    });
  }

  save(): void {
    const file = join(this.folder, FILE);
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(this.#entries)), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  #targetOf(address: string, { via, credential = -1 }: Entry): CollectorTarget | null {
    if (via === 'ipp')
      return { protocol: 'ipp', host: address, port: this.ports.ipp, path: '/ipp/print', isSecure: false };
    const credentials = this.credentials[credential];
    if (!credentials || !via) return null; // the list became shorter
    return { protocol: 'snmp', host: address, port: this.ports.snmp, credentials, version: via };
  }
}

function wayOf(
  finding: Finding | { readonly kind: 'excluded' },
  credentials: readonly SnmpCredentials[],
): Pick<Entry, 'via' | 'credential'> {
  if (finding.kind !== 'printer') return {};
  const { target } = finding;
  if (target.protocol === 'ipp') return { via: 'ipp' };
  const via = target.credentials instanceof Community ? target.version : '2c';
  return { via, credential: credentials.indexOf(target.credentials) };
}

/** A file that is absent or damaged means that everything is looked for anew. */
function readKept(file: string): Record<string, Entry> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Entry>;
  } catch {
    return {};
  }
}
