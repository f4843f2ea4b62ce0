import {
  type Locale,
  MOST_REMINDED,
  type PayloadOf,
  type meterLinkMade,
  meterReadersNamed,
  type meterReadingsDue,
} from '@platen/contracts';
import { inPages } from '@platen/kernel';
import type { HandlerContext } from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import { message } from '../messages/message';

/** Names the people of an organisation who may hand in counters, and which contacts of machines have no account. */
export async function nameMeterReaders(
  { contactHashes, asksForReaders, ...reminder }: PayloadOf<typeof meterReadingsDue>,
  { tx }: Pick<HandlerContext, 'tx'>,
): Promise<void> {
  const [found] = await tx.query<{ readers: string[]; accounts: string[] }>(READERS, [
    reminder.customerId,
    contactHashes,
  ]);
  if (!found) return;
  const accounts = new Set(found.accounts);
  const withoutAccount = contactHashes.filter((hash) => !accounts.has(hash));
  const pages = inPages(asksForReaders ? found.readers : [], MOST_REMINDED);
  for (const [page, readers] of pages.entries())
    tx.emit(meterReadersNamed, {
      ...reminder,
      readers,
      withoutAccount: page === 0 ? withoutAccount : [],
    });
}

/** Sends somebody the link to the machines that he is to read. Who may not any more gets none. */
export async function sendMeterReminder(
  made: PayloadOf<typeof meterLinkMade>,
  letters: Letters,
  { tx }: Pick<HandlerContext, 'tx'>,
): Promise<void> {
  const { customerId, branchId, linkId } = made;
  const [reader] = await tx.query<Reader>(READER, [made.userId, customerId]);
  if (!reader) return;
  const { locale } = reader;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: reader.timeZone });
  const others = made.count - made.machines.length;
  const names = [
    ...made.machines,
    ...(others > 0 ? [message(locale, 'MORE_MACHINES', { count: others })] : []),
  ];
  await letters.send(tx, `meter-reminder ${linkId}`, {
    name: 'meter-reminder',
    to: reader.email,
    firstName: reader.firstName || null,
    locale,
    branchId,
    customerId,
    values: {
      count: String(made.count),
      machines: names.join(', '),
      dueOn: day.format(new Date(`${made.dueOn}T12:00:00Z`)),
      until: day.format(new Date(made.validUntil)),
    },
    link: { sealedUrl: made.sealedUrl },
  });
}

interface Reader {
  readonly email: string;
  readonly firstName: string;
  readonly locale: Locale;
  readonly timeZone: string;
}

const MAY_READ = `person.deactivated_at is null and person.erased_at is null and person.password_hash is not null
    and role.rights || person.granted_rights @> array['device:read', 'meter:submit']`;

/** No row for an organisation whose access is suspended: nobody of it is written to. */
const READERS = `
  select coalesce(array_agg(person.id order by person.id) filter (where ${MAY_READ}), '{}') as readers,
    coalesce(array_agg(hashed.address) filter (where hashed.address = any($2::text[])), '{}') as accounts
  from customer
  join user_account person on person.customer_id = customer.id
  join role on role.id = person.role_id
  cross join lateral (
    select encode(sha256(convert_to(lower(person.email), 'UTF8')), 'hex') as address) hashed
  where customer.id = $1 and customer.suspended_at is null
  group by customer.id`;

const READER = `
  select person.email, person.first_name as "firstName", person.locale, branch.settings ->> 'timeZone' as "timeZone"
  from user_account person join role on role.id = person.role_id join branch on branch.id = person.branch_id
  where person.id = $1 and person.customer_id = $2 and ${MAY_READ}`;
