import { createHash } from 'node:crypto';
import type { AuditFacts } from '@platen/contracts';

/** The chain of acts that belong to no branch, for example a sign-in with a name that nobody has. */
export const INSTALLATION_CHAIN = '00000000-0000-0000-0000-000000000000';

/** What the first entry of a chain is hashed with, in place of the hash of the entry before. */
export const GENESIS = Buffer.alloc(32);

/** Everything of an entry that its hash protects. */
export interface ChainedEntry {
  readonly id: string;
  readonly chainId: string;
  /** 1, 2, 3... without gaps */
  readonly position: number;
  readonly customerId: string | null;
  readonly branchId: string | null;
  /** by the clock of the process where it happened, milliseconds */
  readonly occurredAt: Date;
  /** by the clock of the database, milliseconds */
  readonly recordedAt: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly viewedBy: string | null;
  readonly action: string;
  readonly targetKind: string | null;
  readonly targetId: string | null;
  readonly facts: AuditFacts;
  readonly requestId: string;
}

/** The chain an entry is appended to: its customer's, else its branch's, else the installation's. */
export function chainIdOf(entry: Pick<ChainedEntry, 'customerId' | 'branchId'>): string {
  return entry.customerId ?? entry.branchId ?? INSTALLATION_CHAIN;
}

/** SHA-256 of the hash before and the entry: who changes one entry has to change all that follow. */
export function hashEntry(previous: Buffer, entry: ChainedEntry): Buffer {
  return createHash('sha256').update(previous).update(canonical(entry)).digest();
}

/**
 * One text for one entry, whatever order a database gives its fields in. Fields are listed here and never reordered:
 * another text would break every chain there is.
 */
function canonical(entry: ChainedEntry): string {
  return JSON.stringify([
    entry.id,
    entry.chainId,
    entry.position,
    entry.customerId,
    entry.branchId,
    entry.occurredAt.toISOString(),
    entry.recordedAt.toISOString(),
    entry.actorKind,
    entry.actorId,
    entry.viewedBy,
    entry.action,
    entry.targetKind,
    entry.targetId,
    Object.entries(entry.facts).sort(([a], [b]) => (a < b ? -1 : 1)),
    entry.requestId,
  ]);
}
