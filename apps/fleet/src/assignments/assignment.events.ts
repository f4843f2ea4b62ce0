import type { PayloadOf, personErased } from '@platen/contracts';
import type { HandlerContext } from '@platen/platform';

/** Somebody who was erased has no machines and no groups any more (threats C41). */
export async function forgetAssignments(
  { userId }: PayloadOf<typeof personErased>,
  { tx }: HandlerContext,
): Promise<void> {
  await tx.query('delete from device_user where user_id = $1', [userId]);
  await tx.query('delete from device_group_user where user_id = $1', [userId]);
}
