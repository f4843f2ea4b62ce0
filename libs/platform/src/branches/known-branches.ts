import type { BranchAccess } from '../ports';
import type { UnitOfWork } from '../database/unit-of-work';
import { system } from '../actor/actor';
import type { BranchSettings } from '@platen/contracts';

/** Reads the service's own projection of branch settings. */
export function knownBranches(work: UnitOfWork): BranchAccess {
  return {
    settingsOf: (branchId) =>
      work.read(system('branch-settings'), async (tx) => {
        const [row] = await tx.query<{ settings: BranchSettings }>('select settings from known_branch where id = $1', [branchId]);
        return row?.settings ?? null;
      }),
  };
}
