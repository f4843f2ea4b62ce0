import { type Locale, type PayloadOf, defineJob, type visibilityChanged } from '@platen/contracts';
import type { HandlerContext } from '@platen/platform';
import { z } from 'zod';
import type { Letters } from '../letters/send-letter';
import { message } from '../messages/message';

/** Writes the letter about what came and went since the first change of the last minute. */
export const tellDeviceChanges = defineJob({
  name: 'identity.tell-device-changes',
  payload: z.object({ userId: z.uuid() }),
});

/**
 * Notes what came and went for whom, to be told a minute later in one letter (field.md P24). Only for people of the
 * organisation in which it was changed, who see machines by assignment and want to hear of it.
 */
export async function noteDeviceChanges(
  { customerId, changedBy, changes }: PayloadOf<typeof visibilityChanged>,
  { tx }: HandlerContext,
): Promise<void> {
  const noted = await tx.query<{ user_id: string; first: boolean; due_at: Date }>(NOTE, [
    customerId,
    changedBy,
    changes.map(({ userId }) => userId),
    changes.map(({ added }) => added),
    changes.map(({ removed }) => removed),
  ]);
  for (const { user_id: userId, first, due_at: availableAt } of noted)
    if (first) tx.enqueue(tellDeviceChanges, { userId }, { availableAt });
}

/** Sends the letter and forgets the note. Who was deactivated meanwhile, or wants no such letters any more, gets none. */
export async function sendDeviceNotice(
  userId: string,
  letters: Letters,
  { tx, messageId }: HandlerContext,
): Promise<void> {
  const [notice] = await tx.query<Notice>(TAKE, [userId]);
  if (!notice?.reader) return;
  const { reader, added, removed, administrator } = notice;
  const { locale } = reader;
  const change = [
    ...(added > 0 ? [message(locale, 'DEVICES_ADDED', { count: added })] : []),
    ...(removed > 0 ? [message(locale, 'DEVICES_REMOVED', { count: removed })] : []),
  ].join(' ');
  await letters.send(tx, `devices-changed ${messageId}`, {
    name: 'devices-changed',
    to: reader.email,
    firstName: reader.firstName || null,
    locale,
    branchId: reader.branchId,
    customerId: reader.customerId,
    values: { administrator: administrator ?? message(locale, 'YOUR_ORGANISATION'), change },
    link: { path: '/machines' },
  });
}

interface Notice {
  readonly added: number;
  readonly removed: number;
  /** null when it was a key, or somebody who is gone */
  readonly administrator: string | null;
  /** null when he is to hear nothing any more */
  readonly reader: {
    readonly email: string;
    readonly firstName: string;
    readonly locale: Locale;
    readonly branchId: string;
    readonly customerId: string;
  } | null;
}

/** In the order of ids, so that two events that concern the same people never wait for each other. */
const NOTE = `
  insert into device_notice (user_id, customer_id, branch_id, added, removed, changed_by)
  select person.id, person.customer_id, person.branch_id, change.added, change.removed, $2::uuid
  from unnest($3::uuid[], $4::int[], $5::int[]) change (user_id, added, removed)
  join user_account person on person.id = change.user_id and person.customer_id = $1
  join role on role.id = person.role_id
  where person.deactivated_at is null and person.notify_devices_changed
    and 'device:read' = any(role.rights || person.granted_rights)
    and not 'device:all' = any(role.rights || person.granted_rights)
  order by person.id
  on conflict (user_id) do update
    set added = device_notice.added + excluded.added, removed = device_notice.removed + excluded.removed,
        changed_by = excluded.changed_by
  returning user_id, xmax = 0 as first, now() + interval '1 minute' as due_at`;

const TAKE = `
  with taken as (delete from device_notice where user_id = $1 returning *)
  select taken.added, taken.removed,
    nullif(concat_ws(' ', author.first_name, author.last_name), '') as administrator,
    case when person.id is not null then json_build_object(
      'email', person.email, 'firstName', person.first_name, 'locale', person.locale,
      'branchId', person.branch_id, 'customerId', person.customer_id) end as reader
  from taken
  left join user_account person
    on person.id = taken.user_id and person.deactivated_at is null and person.notify_devices_changed
  left join user_account author
    on author.id = taken.changed_by and author.customer_id = taken.customer_id and author.erased_at is null`;
