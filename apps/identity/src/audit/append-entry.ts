import type { PayloadOf, auditEntryRecorded } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { type ChainedEntry, GENESIS, chainIdOf, hashEntry } from './audit-chain';

/**
 * Appends what happened to the chain it belongs to. Entries of one chain come one after the other, because each locks
 * the chain until it is committed.
 * @param id  of the message that brought it, so that a message delivered twice cannot stand in the log twice
 */
export async function appendEntry(
  tx: Tx,
  id: string,
  happened: PayloadOf<typeof auditEntryRecorded>,
): Promise<void> {
  const { customerId, branchId, actor, target } = happened;
  const chainId = chainIdOf(happened);
  const chain = await lockChain(tx, chainId, customerId, branchId);
  const entry: ChainedEntry = {
    id,
    chainId,
    position: chain.length + 1,
    customerId,
    branchId,
    occurredAt: new Date(happened.occurredAt),
    recordedAt: chain.now,
    actorKind: actor.kind,
    actorId: actor.id,
    viewedBy: actor.viewedBy,
    action: happened.action,
    targetKind: target?.kind ?? null,
    targetId: target?.id ?? null,
    facts: happened.facts,
    requestId: happened.requestId,
  };
  await tx.query(APPEND, [...Object.values(columnsOf(entry)), hashEntry(chain.head ?? GENESIS, entry)]);
}

interface LockedChain {
  readonly length: number;
  readonly head: Buffer | null;
  /** of the database, in whole milliseconds: what JavaScript can hash and read again unchanged */
  readonly now: Date;
}

async function lockChain(
  tx: Tx,
  chainId: string,
  customerId: string | null,
  branchId: string | null,
): Promise<LockedChain> {
  await tx.query(BEGIN_CHAIN, [chainId, customerId, branchId]);
  const [chain] = await tx.query<LockedChain>(LOCK_CHAIN, [chainId]);
  if (!chain) throw new Error(`The audit chain ${chainId} cannot be locked.`);
  return chain;
}

/** In the order of the parameters of `APPEND`. */
function columnsOf(entry: ChainedEntry) {
  const { id, chainId, position, customerId, branchId, occurredAt, recordedAt } = entry;
  const { actorKind, actorId, viewedBy, action, targetKind, targetId, requestId } = entry;
  return {
    ...{ id, chainId, position, customerId, branchId, occurredAt, recordedAt },
    ...{ actorKind, actorId, viewedBy, action, targetKind, targetId },
    facts: JSON.stringify(entry.facts),
    requestId,
  };
}

const BEGIN_CHAIN = `
  insert into audit_chain (id, customer_id, branch_id) values ($1, $2, $3) on conflict (id) do nothing`;

const LOCK_CHAIN = `
  select length, head, date_trunc('milliseconds', clock_timestamp()) as now
  from audit_chain where id = $1 for update`;

const APPEND = `
  with entry as (
    insert into audit_entry (id, chain_id, position, customer_id, branch_id, occurred_at, recorded_at, actor_kind,
      actor_id, viewed_by, action, target_kind, target_id, facts, request_id, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
    returning chain_id, position, hash)
  update audit_chain set length = entry.position, head = entry.hash from entry where audit_chain.id = entry.chain_id`;
