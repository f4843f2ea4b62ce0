import type { Locale, PayloadOf, devicesFellSilent } from '@platen/contracts';
import type { HandlerContext } from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import { message } from '../messages/message';

/**
 * Tells the administrators of an organisation which watched machines have not been heard of (field.md P16): those
 * who see all of its machines, may put them right, and want letters about machines. Fleet asks at most once a day.
 */
export async function tellOfSilence(
  silent: PayloadOf<typeof devicesFellSilent>,
  letters: Letters,
  { tx, messageId }: Pick<HandlerContext, 'tx' | 'messageId'>,
): Promise<void> {
  const { customerId, branchId } = silent;
  const readers = await tx.query<Reader>(READERS, [customerId, branchId]);
  for (const { email, firstName, locale } of readers)
    await letters.send(tx, `devices-silent ${messageId}`, {
      name: 'devices-silent',
      to: email,
      firstName: firstName || null,
      locale,
      branchId,
      customerId,
      values: wordsFor(locale, silent),
      link: { path: '/machines?attention=SILENT' },
    });
}

function wordsFor(locale: Locale, { count, machines, together }: PayloadOf<typeof devicesFellSilent>) {
  const names = machines.map(({ name, siteName }) => `${name} (${siteName})`);
  const others = count - machines.length;
  if (others > 0) names.push(message(locale, 'MORE_MACHINES', { count: others }));
  return {
    count: String(count),
    machines: names.join(', '),
    advice: message(locale, together ? 'SILENT_TOGETHER' : 'SILENT_ALONE'),
  };
}

interface Reader {
  readonly email: string;
  readonly firstName: string;
  readonly locale: Locale;
}

const READERS = `
  select person.email, person.first_name as "firstName", person.locale
  from user_account person join role on role.id = person.role_id
  join customer on customer.id = person.customer_id
  where person.customer_id = $1 and person.branch_id = $2 and customer.suspended_at is null
    and person.deactivated_at is null and person.erased_at is null and person.password_hash is not null
    and person.notify_devices_changed
    and role.rights || person.granted_rights @> array['device:read', 'device:all', 'equipment:manage']
  order by person.id`;
