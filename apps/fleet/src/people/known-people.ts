import type { PayloadOf, personChanged } from '@platen/contracts';
import type { HandlerContext, Tx } from '@platen/platform';
import { forgetPerson } from './forget-person';

type Person = PayloadOf<typeof personChanged>;

const KEEP = `
  insert into known_person as known (user_id, customer_id, branch_id, version, state, sees)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (user_id) do update set customer_id = excluded.customer_id, branch_id = excluded.branch_id,
    version = excluded.version, state = excluded.state, sees = excluded.sees
  where known.version < excluded.version`;

/** Keeps what identity tells of a person; older news than what is known changes nothing. */
export async function keepPerson(person: Person, { tx }: Pick<HandlerContext, 'tx'>): Promise<void> {
  const { userId, customerId, branchId, version, state, sees } = person;
  await tx.query(KEEP, [userId, customerId, branchId, version, state, sees]);
  // Here too, for the row is locked now: whoever gave him machines meanwhile has either committed or is refused.
  if (state === 'erased') await forgetPerson(tx, userId);
}

/** True when each of these is somebody of this organisation who has an account; none of them is erased until commit. */
export async function allKnown(tx: Tx, customerId: string, userIds: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(userIds.map((id) => id.toLowerCase()))];
  if (wanted.length === 0) return true;
  const known = await tx.query(KNOWN, [customerId, wanted]);
  return known.length === wanted.length;
}

const KNOWN = `
  select user_id from known_person
  where customer_id = $1 and user_id = any($2::uuid[]) and state <> 'erased' order by user_id for share`;
