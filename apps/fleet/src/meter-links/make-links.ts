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

/** Machines that one link takes counters of; the letter says so when there are more. */
export const MOST_ON_LINK = 200;

const DAY_MS = 86_400_000;

interface Reader {
  /** a person, or the address of a machine's contact who has no account */
  readonly userId: string | null;
  readonly email: string | null;
  readonly deviceIds: string[];
  readonly names: string[];
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
  const withAccount = new Set(named.withAccount);
  const people = await tx.query<Reader>(PEOPLE, [named.customerId, reminder.since, named.readers]);
  const contacts = await tx.query<Reader>(CONTACTS, [named.customerId, reminder.since]);
  const readers = [
    ...people,
    ...contacts.filter(({ email }) => email && !withAccount.has(mailAddressHash(email))),
  ];
  if (readers.length === 0) return;
  const links = readers.map((reader) => ({ ...reader, linkId: randomUUID(), token: newLinkToken() }));
  const now = clock.now();
  const { linkValidDays } = (settings as Partial<BranchSettings>).meters ?? usualMeterSettings;
  const expiresAt = new Date(now.getTime() + linkValidDays * DAY_MS);
  await keep(tx, named, links, now, expiresAt);
  const box: SecretBox = secretBox('mail');
  for (const { linkId, userId, email, token, names } of links) {
    const letter = {
      dueOn: reminder.due_on,
      validUntil: expiresAt.toISOString(),
      count: names.length,
      machines: names.slice(0, MOST_DUE_NAMED),
      sealedUrl: box.seal(new URL(`/meter-link#${token}`, publicUrl).toString()),
    };
    if (userId)
      tx.emit(meterLinkMade, {
        ...letter,
        linkId,
        userId,
        customerId: named.customerId,
        branchId: named.branchId,
      });
    else if (email)
      tx.mail(`meter-reminder ${linkId}`, contactReminder(email, named.customerId, settings, letter));
  }
}

async function keep(
  tx: Tx,
  { customerId, branchId, reminderId }: PayloadOf<typeof meterReadersNamed>,
  links: readonly (Reader & { readonly linkId: string; readonly token: string })[],
  now: Date,
  expiresAt: Date,
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
  const machines = links.flatMap(({ linkId, deviceIds }) =>
    deviceIds.slice(0, MOST_ON_LINK).map((deviceId) => ({ linkId, deviceId })),
  );
  await tx.query(KEEP_MACHINES, [
    customerId,
    machines.map(({ linkId }) => linkId),
    machines.map(({ deviceId }) => deviceId),
  ]);
}

const DUE = `select d.id, d.name from device d where d.customer_id = $1 and ${isUnread('$2')}`;

/** What each of these people sees of it (R30): those whom identity named, as far as this service knows them. */
const PEOPLE = `
  with due as (${DUE})
  select p.user_id as "userId", null as email, array_agg(due.id order by due.name, due.id) as "deviceIds",
    array_agg(due.name order by due.name, due.id) as names
  from known_person p join due on p.sees = 'all'
    or (p.sees = 'assigned' and due.id in (${assignedTo('p.user_id', 'p.customer_id')}))
  where p.customer_id = $1 and p.state = 'active' and p.user_id = any($3::uuid[])
  group by p.user_id order by p.user_id`;

const CONTACTS = `
  select null as "userId", lower(d.contact_email) as email, array_agg(d.id order by d.name, d.id) as "deviceIds",
    array_agg(d.name order by d.name, d.id) as names
  from device d where d.customer_id = $1 and d.contact_email is not null and ${isUnread('$2')}
  group by lower(d.contact_email) order by 2`;

const END_OLDER = `
  update meter_link set revoked_at = $4
  where customer_id = $1 and revoked_at is null and (user_id = any($2::uuid[]) or contact_hash = any($3::text[]))`;

const KEEP = `
  insert into meter_link (id, customer_id, branch_id, reminder_id, user_id, contact_hash, token_hash, created_at, expires_at)
  select l.id, $1, $2, $3, l.user_id, l.contact_hash, l.token_hash, $8, $9
  from unnest($4::uuid[], $5::uuid[], $6::text[], $7::bytea[]) as l (id, user_id, contact_hash, token_hash)`;

const KEEP_MACHINES = `insert into meter_link_device (customer_id, link_id, device_id)
  select $1, l.link_id, l.device_id from unnest($2::uuid[], $3::uuid[]) as l (link_id, device_id)`;
