import type { BranchSettings } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { emitBranchChanged } from './branch.events';

/** One version of a branch's settings. */
export interface BranchVersion {
  readonly version: number;
  readonly settings: BranchSettings;
  readonly changedAt: Date;
  /** null: the product itself, or somebody whose account is erased */
  readonly changedByName: string | null;
  readonly restoredFrom: number | null;
}

/** What a new version is made of. */
export interface NewVersion {
  readonly branchId: string;
  readonly expectedVersion: number;
  readonly settings: BranchSettings;
  readonly changedBy: string | null;
  readonly restoredFrom: number | null;
}

/**
 * Stores the next version and tells the other services.
 * @returns its number, or null when the expected version is no longer the present one: nothing was done then
 */
export async function storeNextVersion(tx: Tx, next: NewVersion): Promise<number | null> {
  const settings = JSON.stringify(next.settings);
  const [branch] = await tx.query<{ id: string; code: string; version: number }>(NEXT, [
    next.branchId,
    next.expectedVersion,
    settings,
  ]);
  if (!branch) return null;
  await tx.query(KEEP, [branch.id, branch.version, settings, next.changedBy, next.restoredFrom]);
  emitBranchChanged(tx, { ...branch, settings: next.settings });
  return branch.version;
}

/** Begins the history of a new branch. */
export async function storeFirstVersion(
  tx: Tx,
  branch: { readonly id: string; readonly settings: BranchSettings },
): Promise<void> {
  await tx.query(KEEP, [branch.id, 1, JSON.stringify(branch.settings), null, null]);
}

/** @returns null when the branch never had this version */
export async function findVersion(tx: Tx, branchId: string, version: number): Promise<BranchVersion | null> {
  const [found] = await tx.query<BranchVersion>(ONE, [branchId, version]);
  return found ?? null;
}

/** The version that stands. @throws Error for a branch that does not exist, which is a bug */
export async function getPresentVersion(tx: Tx, branchId: string): Promise<BranchVersion> {
  const [found] = await tx.query<BranchVersion>(PRESENT, [branchId]);
  if (!found) throw new Error(`Branch ${branchId} has no settings.`);
  return found;
}

/** Newest first, each with the settings before it. @param below  only versions below this one, null for all */
export function listVersions(
  tx: Tx,
  branchId: string,
  below: number | null,
  count: number,
): Promise<(BranchVersion & { readonly before: BranchSettings | null })[]> {
  return tx.query(LIST, [branchId, below, count]);
}

const NEXT = `
  update branch set version = version + 1, settings = $3
  where id = $1 and version = $2 returning id, code, version`;

const KEEP = `
  insert into branch_version (branch_id, version, settings, changed_by, restored_from) values ($1, $2, $3, $4, $5)`;

const COLUMNS = `
  kept.version, kept.settings, kept.changed_at as "changedAt", kept.restored_from as "restoredFrom",
  nullif(trim(person.first_name || ' ' || person.last_name), '') as "changedByName"`;

const FROM = `from branch_version kept left join user_account person on person.id = kept.changed_by`;

const ONE = `select ${COLUMNS} ${FROM} where kept.branch_id = $1 and kept.version = $2`;

const PRESENT = `
  select ${COLUMNS} ${FROM} join branch on branch.id = kept.branch_id and branch.version = kept.version
  where kept.branch_id = $1`;

const LIST = `
  select ${COLUMNS}, earlier.settings as before ${FROM}
  left join branch_version earlier on earlier.branch_id = kept.branch_id and earlier.version = kept.version - 1
  where kept.branch_id = $1 and ($2::int is null or kept.version < $2)
  order by kept.version desc limit $3`;
