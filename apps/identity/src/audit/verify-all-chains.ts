import { type ChainVerdict, type RunQuery, verifyChain } from './verify-chain';

/** A chain, and whose it is. */
export interface NamedVerdict extends ChainVerdict {
  /** customer's or branch's id; both null: of the installation */
  readonly customerId: string | null;
  readonly branchId: string | null;
}

/**
 * Walks every chain of the installation, one after the other, in batches. For the command line: the connection must
 * see all rows, so it says that it is the system.
 */
export async function verifyAllChains(query: RunQuery): Promise<NamedVerdict[]> {
  await query(`select set_config('platen.scope', 'system', false)`, []);
  const chains = await query<Pick<NamedVerdict, 'customerId' | 'branchId'> & { id: string }>(CHAINS, []);
  const verdicts: NamedVerdict[] = [];
  for (const { id, customerId, branchId } of chains) {
    const verdict = (await verifyChain(query, id)) ?? withoutChain(id);
    verdicts.push({ ...verdict, customerId, branchId });
  }
  return verdicts;
}

/** Entries are there, and what they were chained to is gone. */
function withoutChain(chainId: string): ChainVerdict {
  const broken = { position: 1, entryId: null, problem: 'MISSING' } as const;
  return { chainId, length: 0, from: 0, verified: 0, head: null, broken };
}

const CHAINS = `
  select id, customer_id as "customerId", branch_id as "branchId" from identity.audit_chain
  union all
  select distinct chain_id, customer_id, case when customer_id is null then branch_id end
  from identity.audit_entry entry
  where not exists (select from identity.audit_chain chain where chain.id = entry.chain_id)
  order by "branchId" nulls first, "customerId" nulls first`;
