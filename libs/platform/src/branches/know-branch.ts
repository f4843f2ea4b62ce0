import type { PayloadOf } from '@platen/contracts';
import type { MessageHandler } from '../jobs/delivery';
import type { knowBranchEvent } from '../jobs/platform-handlers';
import type { HandlerContext } from '../service';
import type { KnownBranches } from './known-branches';

/** Keeps the newest settings of a branch; an older version that arrives late changes nothing. */
export async function knowBranch(
  branch: PayloadOf<typeof knowBranchEvent>,
  { tx }: HandlerContext,
): Promise<void> {
  await tx.query(
    `insert into known_branch (id, code, version, settings) values ($1, $2, $3, $4)
     on conflict (id) do update
       set code = excluded.code, version = excluded.version, settings = excluded.settings
       where known_branch.version < excluded.version`,
    [branch.branchId, branch.code, branch.version, JSON.stringify(branch.settings)],
  );
}

/** After the commit the process that handled the event reads the new settings at once; others within a minute. */
export function forgetBranchAfter(handler: MessageHandler, branches: KnownBranches): MessageHandler {
  return {
    name: handler.name,
    run: async (delivery) => {
      await handler.run(delivery);
      branches.forget();
    },
  };
}
