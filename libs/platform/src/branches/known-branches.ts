import type { BranchSettings } from '@platen/contracts';
import { system } from '../actor/actor';
import type { UnitOfWork } from '../database/unit-of-work';
import type { BranchAccess } from '../ports';

/** Longest time in milliseconds that a process answers from memory. */
const MAX_AGE_MS = 60_000;

/** A service's own projection of branch settings, answered from memory for up to a minute. */
export interface KnownBranches extends BranchAccess {
  /** Drops what is remembered: an event has just changed it. */
  forget(): void;
}

/**
 * Reads `known_branch`. A branch that is not known yet is asked for every time.
 * @param elapsed  milliseconds of a clock that never goes back
 */
export function knownBranches(
  work: UnitOfWork,
  elapsed: () => number = () => performance.now(),
): KnownBranches {
  const remembered = new Map<string, { settings: BranchSettings; readAt: number }>();
  let generation = 0;
  return {
    settingsOf: async (branchId) => {
      const known = remembered.get(branchId);
      if (known && elapsed() - known.readAt < MAX_AGE_MS) return known.settings;
      const asked = { readAt: elapsed(), generation };
      const settings = await readSettings(work, branchId);
      // What was read before a change must not be remembered after it.
      if (settings && asked.generation === generation)
        remembered.set(branchId, { settings, readAt: asked.readAt });
      return settings;
    },
    forget: () => {
      generation++;
      remembered.clear();
    },
  };
}

function readSettings(work: UnitOfWork, branchId: string): Promise<BranchSettings | null> {
  return work.read(system('branch-settings'), async (tx) => {
    const [row] = await tx.query<{ settings: BranchSettings }>(
      'select settings from known_branch where id = $1',
      [branchId],
    );
    return row?.settings ?? null;
  });
}
