import { randomUUID } from 'node:crypto';
import {
  type BranchSettings,
  MOST_DUE_NAMED,
  type PayloadOf,
  meterLinkMade,
  type meterReadersNamed,
  usualMeterSettings,
} from '@platen/contracts';
import { type SecretBox, type ServicePlatform, type Tx, mailAddressHash } from '@platen/platform';
import { assignedTo } from '../visibility/visible-devices.sql';
import { isUnread } from '../meter-reminders/remind';
import { contactReminder } from './contact-reminder';
import { hashLinkToken, newLinkToken } from './link-token';

/** Machines that one link takes counters of; who has more to read gets a link to the others with the next reminder. */
export const MOST_ON_LINK = 2000;

const DAY_MS = 86_400_000;

interface Reader {
  /** a person, or the address of a machine's contact who has no account */
  readonly userId: string | null;
  readonly email: string | null;
  /** of the machines that he is to read */
  readonly count: number;
  /** of the first of them */
  readonly names: string[];
}

interface Link extends Reader {
  readonly linkId: string;
  readonly token: string;
}

/** Makes a link for everybody who can read machines that are due, and has it sent. Older links of theirs end. */
export async function makeLinks(
  tx: Tx,
  named: PayloadOf<typeof meterReadersNamed>,
  {
    branches,
    clock,
    publicUrl,
    secretBox,
  }: Pick<ServicePlatform, 'branches' | 'clock' | 'publicUrl' | 'secretBox'>,
): Promise<void> {
  const settings = await branches.settingsOf(named.branchId);
  const [reminder] = await tx.query<{ since: Date; due_on: string }>(
    'select since, due_on::text from meter_reminder where id = $1 and customer_id = $2',
    [named.reminderId, named.customerId],
  );
  if (!settings || !reminder) return;
  const { customerId } = named;
  const people = await tx.query<Reader>(PEOPLE, [customerId, reminder.since, MOST_DUE_NAMED, named.readers]);
  const contacts = await tx.query<Reader>(CONTACTS, [
    customerId,
    reminder.since,
    MOST_DUE_NAMED,
    named.withoutAccount,
  ]);
  const readers = [...people, ...contacts];
  if (readers.length === 0) return;
  const links = readers.map((reader) => ({ ...reader, linkId: randomUUID(), token: newLinkToken() }));
  const now = clock.now();
  const { linkValidDays } = (settings as Partial<BranchSettings>).meters ?? usualMeterSettings;
  const expiresAt = new Date(now.getTime() + linkValidDays * DAY_MS);
  await keep(tx, named, links, { since: reminder.since, now, expiresAt });
  const box: SecretBox = secretBox('mail');
  for (const { linkId, userId, email, token, count, names } of links) {
    const letter = {
      dueOn: reminder.due_on,
      validUntil: expiresAt.toISOString(),
      count,
      machines: names,
      sealedUrl: box.seal(new URL(`/meter-link#${token}`, publicUrl).toString()),
    };
    if (userId)
      tx.emit(meterLinkMade, {
        ...letter,
        linkId,
        userId,
        customerId,
        branchId: named.branchId,
      });
    else if (email) tx.mail(`meter-reminder ${linkId}`, contactReminder(email, customerId, settings, letter));
  }
}

async function keep(
  tx: Tx,
  { customerId, branchId, reminderId }: PayloadOf<typeof meterReadersNamed>,
  links: readonly Link[],
  { since, now, expiresAt }: { readonly since: Date; readonly now: Date; readonly expiresAt: Date },
): Promise<void> {
  const userIds = links.map(({ userId }) => userId);
  const hashes = links.map(({ userId, email }) => (userId || !email ? null : mailAddressHash(email)));
  await tx.query(END_OLDER, [customerId, userIds, hashes, now]);
  await tx.query(KEEP, [
    customerId,
    branchId,
    reminderId,
    links.map(({ linkId }) => linkId),
    userIds,
    hashes,
    links.map(({ token }) => hashLinkToken(token)),
    now,
    expiresAt,
  ]);
  const linkIds = links.map(({ linkId }) => linkId);
  await tx.query(KEEP_OF_PEOPLE, [customerId, since, MOST_ON_LINK, linkIds]);
  await tx.query(KEEP_OF_CONTACTS, [customerId, since, MOST_ON_LINK, linkIds]);
}

const DUE = `select d.id, d.name, lower(d.contact_email) as email from device d
  where d.customer_id = $1 and ${isUnread('$2')}`;

/** A machine that the person `p` sees (R30). */
const SEEN = `(p.sees = 'all' or (p.sees = 'assigned' and due.id in (${assignedTo('p.user_id', 'p.customer_id')})))`;

/** As `mailAddressHash` does it. */
const HASH = `encode(sha256(convert_to(due.email, 'UTF8')), 'hex')`;

/** How many machines these people see of it: those whom identity named, as far as this service knows them. */
const PEOPLE = `
  with due as materialized (${DUE})
  select p.user_id as "userId", null as email, count(*)::int as count,
    (array_agg(due.name order by due.name, due.id))[1:$3::int] as names
  from known_person p join due on ${SEEN}
  where p.customer_id = $1 and p.state = 'active' and p.user_id = any($4::uuid[])
  group by p.user_id order by p.user_id`;

const CONTACTS = `
  with due as (${DUE})
  select null as "userId", due.email, count(*)::int as count,
    (array_agg(due.name order by due.name, due.id))[1:$3::int] as names
  from due where due.email is not null and ${HASH} = any($4::text[])
  group by due.email order by due.email`;

const END_OLDER = `
  update meter_link set revoked_at = $4
  where customer_id = $1 and revoked_at is null and (user_id = any($2::uuid[]) or contact_hash = any($3::text[]))`;

const KEEP = `
  insert into meter_link (id, customer_id, branch_id, reminder_id, user_id, contact_hash, token_hash, created_at, expires_at)
  select l.id, $1, $2, $3, l.user_id, l.contact_hash, l.token_hash, $8, $9
  from unnest($4::uuid[], $5::uuid[], $6::text[], $7::bytea[]) as l (id, user_id, contact_hash, token_hash)`;

const keepMachines = (of: string, mine: string): string => `
  with due as materialized (${DUE})
  insert into meter_link_device (customer_id, link_id, device_id)
  select $1, l.id, first.id from meter_link l ${of}
    cross join lateral (select due.id from due where ${mine} order by due.name, due.id limit $3) first
  where l.id = any($4::uuid[])`;

const KEEP_OF_PEOPLE = keepMachines('join known_person p on p.user_id = l.user_id', SEEN);
const KEEP_OF_CONTACTS = keepMachines('', `l.contact_hash is not null and ${HASH} = l.contact_hash`);
