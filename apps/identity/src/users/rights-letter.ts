import type { Actor, Tx } from '@platen/platform';
import { randomUUID } from 'node:crypto';
import type { Letters } from '../letters/send-letter';
import { message } from '../messages/message';
import { roleWords } from '../roles/role-words';
import type { UserRow } from './user.row';

/** What a person is told of his new rights; which ones exactly stands on his own page. */
export interface RightsNews {
  readonly roleName: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Tells somebody that his rights were changed, and by whom. */
export async function tellOfRights(
  tx: Tx,
  letters: Letters,
  actor: Actor,
  person: UserRow,
  { roleName, added, removed }: RightsNews,
): Promise<void> {
  const { id, email, firstName, locale, branchId, customerId } = person;
  const [by] = await tx.query<{ name: string }>(NAME, [actor.id]);
  await letters.send(tx, `rights-changed ${id} ${randomUUID()}`, {
    name: 'rights-changed',
    to: email,
    firstName: firstName || null,
    locale,
    branchId,
    customerId,
    values: {
      administrator: by?.name ?? '',
      change: message(locale, 'RIGHTS_CHANGE', {
        role: roleWords(locale, roleName),
        added: added.length,
        removed: removed.length,
      }),
    },
    link: { path: '/account' },
  });
}

const NAME = `select first_name || ' ' || last_name as name from user_account where id = $1`;
