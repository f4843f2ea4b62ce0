import type { SupplyColor, SupplyKind } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import type { SupplyFacts } from '@platen/replenishment';
import { modelKey } from '../articles/model-key';
import type { SuppliedPlace } from './supply-ledger';

const YIELDS = `
  select f.kind, f.color, max(a.yield_impressions) as yield
  from article_fit f join article a on a.id = f.article_id
  where f.branch_id = $1 and f.model_key = $2 group by f.kind, f.color`;

/** What the catalogue says of a device's supplies before any of them has been watched. */
export async function supplyFactsOf(
  tx: Tx,
  device: { readonly branchId: string; readonly model: string },
  supplies: readonly SuppliedPlace[],
): Promise<SupplyFacts[]> {
  const rows = await tx.query<{ kind: SupplyKind; color: SupplyColor; yield: number | null }>(YIELDS, [
    device.branchId,
    modelKey(device.model),
  ]);
  return supplies.map(({ id, kind, color }) => ({
    supplyId: id,
    ratedYield: rows.find((row) => row.kind === kind && row.color === color)?.yield ?? null,
    color: color !== 'black' && color !== 'none',
  }));
}
