import { supplyLevelChanged } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import type { ChangedSupply } from './record-supply-levels';

/** What of a device goes along with the news of its supplies. */
export interface SupplyOwner {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
  /** monitored, in place, not in repair */
  readonly watched: boolean;
}

const TOTALS = `
  select device_id, coalesce(max(value) filter (where kind = 'total'),
    sum(value) filter (where kind in ('mono', 'color'))) as total
  from meter where device_id = any($1::uuid[]) and kind in ('total', 'mono', 'color') group by device_id`;

/**
 * Tells the other services how these supplies stand. Only of monitored machines: nobody reorders for the others
 * (R39), and nobody is shown their levels (R38).
 */
export async function emitSupplyLevelChanged(
  tx: Tx,
  supplies: readonly ChangedSupply[],
  owners: ReadonlyMap<string, SupplyOwner>,
): Promise<void> {
  const told = supplies.filter((supply) => owners.get(supply.deviceId)?.watched);
  if (told.length === 0) return;
  const rows = await tx.query<{ device_id: string; total: string | null }>(TOTALS, [
    [...new Set(told.map((supply) => supply.deviceId))],
  ]);
  const totals = new Map(rows.map((row) => [row.device_id, row.total === null ? null : Number(row.total)]));
  for (const { readAt, ...supply } of told) {
    const owner = owners.get(supply.deviceId);
    if (!owner) continue;
    tx.emit(supplyLevelChanged, {
      ...supply,
      customerId: owner.customerId,
      branchId: owner.branchId,
      readAt: readAt.toISOString(),
      totalImpressions: totals.get(supply.deviceId) ?? null,
    });
  }
}
