import type { BranchSettings } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import type { SeasonByMonth } from '@platen/replenishment';
import { NotKnownYetError } from '../projections/not-known-yet';
import { type StoredSettings, usualReplenishment } from './replenishment-settings';

/** A branch with what it says about automatic orders, and what was learned for it. */
export interface KnownReplenishment {
  readonly branch: BranchSettings;
  readonly version: number;
  readonly settings: StoredSettings;
  /** null: the usual one */
  readonly season: SeasonByMonth | null;
  /** business days that deliveries took */
  readonly leadDays: readonly number[];
}

interface Row {
  readonly branch: BranchSettings;
  readonly version: number | null;
  readonly settings: StoredSettings | null;
  readonly season: SeasonByMonth | null;
  readonly leadDays: number[] | null;
}

const READ = `
  select b.settings as branch, r.version, r.settings, r.season, r.lead_days as "leadDays"
  from known_branch b left join branch_replenishment r on r.branch_id = b.id where b.id = $1`;

/**
 * Read inside the handler's own transaction, as all settings are: asking for a second connection while holding one
 * would let handlers wait for each other.
 * @throws NotKnownYetError
 */
export async function replenishmentOf(tx: Tx, branchId: string): Promise<KnownReplenishment> {
  const [row] = await tx.query<Row & Record<string, unknown>>(READ, [branchId]);
  if (!row) throw new NotKnownYetError('branch', branchId);
  return {
    branch: row.branch,
    version: row.version ?? 0,
    settings: row.settings ?? usualReplenishment,
    season: row.season,
    leadDays: row.leadDays ?? [],
  };
}
