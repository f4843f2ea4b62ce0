import type { PayloadOf, personErased } from '@platen/contracts';
import type { HandlerContext } from '@platen/platform';

/** Reports and files of somebody who was erased go with him, and nothing is sent to him any more (threats C41). */
export async function forgetReports(
  { userId }: PayloadOf<typeof personErased>,
  { tx }: Pick<HandlerContext, 'tx'>,
): Promise<void> {
  await tx.query('delete from report_definition where owner_id = $1', [userId]);
  await tx.query('delete from report_reader where user_id = $1', [userId]);
  await tx.query('delete from report_file where owner_id = $1', [userId]);
}
