import { isDeepStrictEqual } from 'node:util';
import { type Clock, type Result, err, ok } from '@platen/kernel';
import { type Actor, type Page, type Tx, type UnitOfWork } from '@platen/platform';
import {
  type BranchVersion,
  type NewVersion,
  findVersion,
  getPresentVersion,
  listVersions,
  storeNextVersion,
} from './branch-version';
import type { VersionConflict, VersionNotFound } from './branch.errors';
import { assertManagedBranch } from './branch.policy';
import { type GroupedSettings, toGroups } from './grouped-settings';
import { type SettingsDifference, differencesOf } from './settings-differences';
import { type InvalidSettings, checkSettings } from './settings-faults';
import { type SettingsPreview, previewOf } from './settings-preview';

/** An entry of the history: a version, and how it differs from the one before. */
export type HistoryEntry = BranchVersion & { readonly differences: readonly SettingsDifference[] };

/** A preview with what only the branch's data can say. */
export interface BranchPreview extends SettingsPreview {
  /** organisations whose people could apply for an account by themselves */
  readonly organisationsOpen: number;
}

/** Settings of the actor's own branch: read, tried out, changed, brought back. */
export class BranchSettingsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  present(actor: Actor): Promise<BranchVersion> {
    const branchId = assertManagedBranch(actor, 'branch:manage');
    return this.work.read(actor, (tx) => getPresentVersion(tx, branchId));
  }

  /** Newest first; one row more than the page's size when there is a next page. */
  async history(actor: Actor, page: Page): Promise<HistoryEntry[]> {
    const branchId = assertManagedBranch(actor, 'branch:manage');
    const below = page.after ? Number.parseInt(page.after[0] ?? '', 10) || 0 : null;
    const rows = await this.work.read(actor, (tx) => listVersions(tx, branchId, below, page.size + 1));
    return rows.map(({ before, ...row }) => ({
      ...row,
      differences: before ? differencesOf(before, row.settings) : [],
    }));
  }

  /** What these settings would do, without storing them. */
  async preview(actor: Actor, typed: GroupedSettings): Promise<Result<BranchPreview, InvalidSettings>> {
    const branchId = assertManagedBranch(actor, 'branch:manage');
    const checked = checkSettings(typed);
    if (!checked.ok) return checked;
    return this.work.read(actor, async (tx) => {
      const { settings } = await getPresentVersion(tx, branchId);
      const [counted] = await tx.query<{ organisations: number }>(COUNT_ORGANISATIONS, [branchId]);
      const open = checked.value.registration === 'self-registration';
      return ok({
        ...previewOf(settings, checked.value, this.clock.now()),
        organisationsOpen: open ? (counted?.organisations ?? 0) : 0,
      });
    });
  }

  /** Settings that are as they were make no new version. */
  async update(
    actor: Actor,
    input: { readonly settings: GroupedSettings; readonly expectedVersion: number },
  ): Promise<Result<BranchVersion, InvalidSettings | VersionConflict>> {
    const branchId = assertManagedBranch(actor, 'branch:manage');
    const checked = checkSettings(input.settings);
    if (!checked.ok) return checked;
    return this.work.write(actor, (tx) =>
      change(tx, {
        branchId,
        expectedVersion: input.expectedVersion,
        settings: checked.value,
        changedBy: actor.id,
        restoredFrom: null,
      }),
    );
  }

  /** Makes an old version the newest one; what stood between stays in the history. */
  async restore(
    actor: Actor,
    input: { readonly version: number; readonly expectedVersion: number },
  ): Promise<Result<BranchVersion, InvalidSettings | VersionConflict | VersionNotFound>> {
    const branchId = assertManagedBranch(actor, 'branch:manage');
    return this.work.write(actor, async (tx) => {
      const old = await findVersion(tx, branchId, input.version);
      if (!old) return err({ code: 'VERSION_NOT_FOUND' });
      // The rules may have become stricter since.
      const checked = checkSettings(toGroups(old.settings));
      if (!checked.ok) return checked;
      return change(tx, {
        branchId,
        expectedVersion: input.expectedVersion,
        settings: checked.value,
        changedBy: actor.id,
        restoredFrom: old.version,
      });
    });
  }
}

async function change(tx: Tx, next: NewVersion): Promise<Result<BranchVersion, VersionConflict>> {
  const present = await getPresentVersion(tx, next.branchId);
  if (present.version !== next.expectedVersion) return err(conflictWith(present));
  if (isDeepStrictEqual(present.settings, next.settings)) return ok(present);
  const version = await storeNextVersion(tx, next);
  if (version === null) return err(conflictWith(await getPresentVersion(tx, next.branchId)));
  tx.audit({
    action: 'branch.changed',
    target: { kind: 'branch', id: next.branchId },
    facts: {
      version,
      restoredFrom: next.restoredFrom,
      changed: differencesOf(present.settings, next.settings).map(({ path }) => path.slice(0, 200)),
    },
  });
  return ok(await getPresentVersion(tx, next.branchId));
}

function conflictWith({ version, changedAt, changedByName }: BranchVersion): VersionConflict {
  return { code: 'VERSION_CONFLICT', version, changedAt, changedByName };
}

const COUNT_ORGANISATIONS = `
  select count(*)::int as organisations from customer where branch_id = $1 and suspended_at is null`;
