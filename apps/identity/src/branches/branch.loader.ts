import type { GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import type { BranchService } from './branch.service';
import type { BranchType } from './branch.type';
import { toBranchType } from './to-branch-type';

/** Branches of one request, each read once. */
export function branchLoader(
  context: GraphqlContext,
  branches: BranchService,
): DataLoader<string, BranchType | null> {
  return context.loader(
    'branches',
    () =>
      new DataLoader(async (ids) =>
        (await branches.findByIds(context.actor, ids)).map((branch) => branch && toBranchType(branch)),
      ),
  );
}
