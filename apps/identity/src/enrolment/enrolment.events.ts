import { type PayloadOf, collectorAccessChanged, type collectorChanged } from '@platen/contracts';
import type { Tx } from '@platen/platform';

/** Keeps what fleet tells of a collector; an older telling never overwrites a newer. */
export async function rememberCollector(
  tx: Tx,
  collector: PayloadOf<typeof collectorChanged>,
): Promise<void> {
  const { collectorId, customerId, branchId, name, version } = collector;
  const kept = await tx.query<{ isNew: boolean }>(REMEMBER, [
    collectorId,
    customerId,
    branchId,
    name,
    version,
  ]);
  // One that came by a key made by hand, or by the demo's, has its way in already.
  if (kept[0]?.isNew) await tellCollectorAccess(tx, collectorId, 'enrolled', 'only with a key');
}

/** Tells fleet how a collector gets in from now on. */
export async function tellCollectorAccess(
  tx: Tx,
  collectorId: string,
  state: 'code' | 'enrolled' | 'revoked',
  when: 'always' | 'only with a key' = 'always',
): Promise<void> {
  const [collector] = await tx.query<Told>(TOLD, [collectorId, when === 'only with a key']);
  if (!collector) return;
  const { now, ...told } = collector;
  tx.emit(collectorAccessChanged, { collectorId, ...told, state, changedAt: now.toISOString() });
}

interface Told {
  readonly customerId: string;
  readonly branchId: string;
  readonly now: Date;
}

const REMEMBER = `
  insert into collector as known (id, customer_id, branch_id, name, version) values ($1, $2, $3, $4, $5)
  on conflict (id) do update set name = excluded.name, version = excluded.version
    where known.version < excluded.version
  returning xmax = 0 as "isNew"`;

const TOLD = `
  select collector.customer_id as "customerId", collector.branch_id as "branchId", clock_timestamp() as now
  from collector
  where id = $1 and (not $2 or exists (
    select 1 from access_key key
    where key.id = collector.id and key.customer_id = collector.customer_id and key.revoked_at is null))`;
