import { MOST_SILENT_NAMED, defineJob, devicesFellSilent } from '@platen/contracts';
import type { Clock } from '@platen/kernel';
import type { HandlerContext } from '@platen/platform';
import { z } from 'zod';
import { MARK_SILENCE, TAKE_NOTICES } from './mark-silence.sql';

/** Orders a look at every branch. */
export const lookForSilence = defineJob({ name: 'fleet.look-for-silence', payload: z.object({}) });

/** Marks the machines of one branch that fell silent, and tells of them. */
export const markSilence = defineJob({
  name: 'fleet.mark-silence',
  payload: z.object({ branchId: z.uuid() }),
});

/** From this many machines on, most of them silent at once speaks of their collector. */
const FEWEST_OF_COLLECTOR = 3;

/** Each branch is looked at by a transaction of its own, so that a large one holds up no other. */
export async function lookAtBranches({ tx }: Pick<HandlerContext, 'tx'>): Promise<void> {
  const branches = await tx.query<{ id: string }>('select id from known_branch order by id');
  for (const { id: branchId } of branches) tx.enqueue(markSilence, { branchId });
}

/** Two statements, however many machines and organisations the branch has (field.md P16). */
export async function markSilentMachines(
  branchId: string,
  clock: Clock,
  { tx }: Pick<HandlerContext, 'tx'>,
): Promise<void> {
  const now = clock.now();
  await tx.query(MARK_SILENCE, [branchId, now]);
  const notices = await tx.query<Notice>(TAKE_NOTICES, [
    branchId,
    now,
    MOST_SILENT_NAMED,
    FEWEST_OF_COLLECTOR,
  ]);
  for (const notice of notices) tx.emit(devicesFellSilent, { ...notice, branchId });
}

interface Notice {
  readonly customerId: string;
  readonly count: number;
  readonly machines: { readonly deviceId: string; readonly name: string; readonly siteName: string }[];
  readonly together: boolean;
}
