import type { Locale, PayloadOf, deviceMoved } from '@platen/contracts';
import type { HandlerContext } from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import { message } from '../messages/message';

/**
 * Writes to the people who were chosen, and to the contact of the new site, that a machine stands somewhere else now
 * (R20). Who was deactivated meanwhile, or is of another organisation, gets none.
 */
export async function tellDeviceMoved(
  event: PayloadOf<typeof deviceMoved>,
  letters: Letters,
  { tx, messageId }: HandlerContext,
): Promise<void> {
  const [mover] = await tx.query<{ name: string }>(NAME, [event.movedBy]);
  const people = await tx.query<Reader>(PEOPLE, [event.customerId, event.userIds]);
  const [organisation] = await tx.query<{ locale: Locale }>(LOCALE, [event.customerId]);
  const { siteContact } = event;
  const readers: Reader[] = [...people];
  if (siteContact && organisation)
    readers.push({ email: siteContact.email, firstName: null, locale: organisation.locale });
  for (const { email, firstName, locale } of readers) {
    await letters.send(tx, `device-moved ${messageId}`, {
      name: 'device-moved',
      to: email,
      firstName: firstName || null,
      locale,
      branchId: event.branchId,
      customerId: event.customerId,
      values: {
        administrator: mover?.name ?? message(locale, 'YOUR_ORGANISATION'),
        machine: event.name,
        serial: event.serialNumber,
        day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
          new Date(event.movedOn),
        ),
        from: placeWords(event.from),
        to: placeWords(event.to),
      },
      link: { path: `/machines/${event.deviceId}` },
    });
  }
}

interface Reader {
  readonly email: string;
  readonly firstName: string | null;
  readonly locale: Locale;
}

function placeWords({ name, street, city, floor, room }: PayloadOf<typeof deviceMoved>['to']): string {
  return [name, street, city, floor, room].filter(Boolean).join(', ');
}

const NAME = `select trim(first_name || ' ' || last_name) as name from user_account where id = $1`;

const PEOPLE = `select email, first_name as "firstName", locale from user_account
  where customer_id = $1 and id = any($2::uuid[]) and deactivated_at is null order by id`;

const LOCALE = `select locale from customer where id = $1`;
