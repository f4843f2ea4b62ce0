import type { QueryResultRow } from 'pg';
import { type ChainedEntry, GENESIS, hashEntry } from './audit-chain';

/** Runs one statement: of a unit of work, or of the command line on a connection of its own. */
export type RunQuery = <Row extends QueryResultRow>(
  sql: string,
  parameters: readonly unknown[],
) => Promise<Row[]>;

/** Where a chain breaks first, and how. */
export interface BrokenLink {
  readonly position: number;
  /** null when the entry is not there */
  readonly entryId: string | null;
  /** CHANGED: the entry is not what was hashed. MISSING: it is not there. UNKNOWN: it was added past the end. */
  readonly problem: 'CHANGED' | 'MISSING' | 'UNKNOWN';
}

/** What a walk along one chain found. */
export interface ChainVerdict {
  readonly chainId: string;
  /** entries that the chain says it has */
  readonly length: number;
  /** the walk began behind this position: 0 for a whole chain */
  readonly from: number;
  /** last entry that is in order; `length` when all are */
  readonly verified: number;
  /** hash of the last entry in hexadecimal: kept elsewhere, it proves later that nothing was rewritten */
  readonly head: string | null;
  readonly broken: BrokenLink | null;
}

const BATCH = 1000;

/**
 * Walks a chain, computes every hash anew and compares. Entries that come while it walks are left for the next time.
 * @param last  how many of the newest entries to look at; all of them when left out
 * @returns null when there is no such chain
 */
export async function verifyChain(
  query: RunQuery,
  chainId: string,
  last = Number.POSITIVE_INFINITY,
): Promise<ChainVerdict | null> {
  const [chain] = await query<{ length: number; head: Buffer | null }>(CHAIN, [chainId]);
  if (!chain) return null;
  const from = Math.max(0, chain.length - last);
  const walk = await walkFrom(query, chainId, from, chain.length);
  const broken = walk.broken ?? (await endOf(query, chainId, chain, walk.previous));
  const head = chain.head?.toString('hex') ?? null;
  return { chainId, length: chain.length, from, verified: walk.verified, head, broken };
}

interface Walk {
  readonly verified: number;
  readonly previous: Buffer;
  readonly broken: BrokenLink | null;
}

async function walkFrom(query: RunQuery, chainId: string, from: number, to: number): Promise<Walk> {
  let previous = await hashAt(query, chainId, from);
  let verified = from;
  while (verified < to) {
    const entries = await query<HashedEntry>(ENTRIES, [chainId, verified, to, BATCH]);
    for (const entry of entries) {
      const position = verified + 1;
      if (entry.position !== position)
        return { verified, previous, broken: { position, entryId: null, problem: 'MISSING' } };
      if (!hashEntry(previous, entry).equals(entry.hash))
        return { verified, previous, broken: { position, entryId: entry.id, problem: 'CHANGED' } };
      previous = entry.hash;
      verified = position;
    }
    if (entries.length === 0)
      return { verified, previous, broken: { position: verified + 1, entryId: null, problem: 'MISSING' } };
  }
  return { verified, previous, broken: null };
}

type HashedEntry = ChainedEntry & { readonly hash: Buffer };

/** What the entry behind this position is hashed with. A missing one shows as the next being changed. */
async function hashAt(query: RunQuery, chainId: string, position: number): Promise<Buffer> {
  if (position === 0) return GENESIS;
  const [entry] = await query<HashedEntry>(ENTRIES, [chainId, position - 1, position, 1]);
  return entry?.hash ?? GENESIS;
}

/** The last hash must be the one that the chain keeps, and nothing may hang behind it. */
async function endOf(
  query: RunQuery,
  chainId: string,
  chain: { readonly length: number; readonly head: Buffer | null },
  last: Buffer,
): Promise<BrokenLink | null> {
  if (!last.equals(chain.head ?? GENESIS))
    return { position: Math.max(1, chain.length), entryId: null, problem: 'CHANGED' };
  const [beyond] = await query<{ id: string; position: number }>(BEYOND, [chainId]);
  return beyond ? { position: beyond.position, entryId: beyond.id, problem: 'UNKNOWN' } : null;
}

// The schema is named, because the command line comes with a search path of its own.
const CHAIN = `select length, head from identity.audit_chain where id = $1`;

const ENTRIES = `
  select id, chain_id as "chainId", position, customer_id as "customerId", branch_id as "branchId",
         occurred_at as "occurredAt", recorded_at as "recordedAt", actor_kind as "actorKind", actor_id as "actorId",
         viewed_by as "viewedBy", action, target_kind as "targetKind", target_id as "targetId", facts,
         request_id as "requestId", hash
  from identity.audit_entry where chain_id = $1 and position > $2 and position <= $3 order by position limit $4`;

// One statement, so that an entry that comes in the meantime is not taken for a stranger.
const BEYOND = `
  select entry.id, entry.position
  from identity.audit_entry entry join identity.audit_chain chain on chain.id = entry.chain_id
  where chain.id = $1 and entry.position > chain.length order by entry.position limit 1`;
