import { randomUUID } from 'node:crypto';
import { buildCustomer, buildWorld } from '@platen/testing';
import { buildUser } from '../../test/factories';
import { anna, branch, rossi, useIdentity } from '../../test/use-identity';
import { noteDeviceChanges, sendDeviceNotice } from './device-notice';

const { load, asSystem, letters, sql } = useIdentity();

const verdi = buildCustomer(branch, { name: 'Verdi' });
const marco = buildUser(rossi, {
  email: 'marco@rossi.example',
  firstName: 'Marco',
  role: 'Member',
  locale: 'nl',
});
const lucia = buildUser(rossi, { email: 'lucia@rossi.example', firstName: 'Lucia', role: 'Member' });
const carla = buildUser(verdi, { email: 'carla@verdi.example', role: 'Member' });

beforeEach(() => load(buildWorld({ customers: [verdi], users: [marco, lucia, carla] })));

interface Change {
  readonly userId: string;
  readonly added: number;
  readonly removed: number;
}
const context = (tx: Parameters<Parameters<typeof asSystem>[0]>[0]) =>
  ({ tx, messageId: randomUUID() }) as Parameters<typeof noteDeviceChanges>[1];
const changed = (changes: Change[], changedBy: string | null = anna.id, customerId = rossi.id) =>
  asSystem((tx) => noteDeviceChanges({ customerId, branchId: branch.id, changedBy, changes }, context(tx)));
const tell = (userId: string) => asSystem((tx) => sendDeviceNotice(userId, letters(), context(tx)));
const ordered = async () =>
  (
    await sql(
      `select payload->>'userId' as id, available_at - now() between interval '50 seconds' and interval '1 minute' as soon
       from identity.outbox where name = 'identity.tell-device-changes' order by id`,
    )
  ).rows;
const sent = async () =>
  (
    await sql(
      `select recipient, locale, data->'values' as values, data->'link' as link from identity.mail order by recipient desc`,
    )
  ).rows;
const of = ({ id }: { id: string }, added: number, removed: number): Change => ({
  userId: id,
  added,
  removed,
});

test('P24 whose machines change is told once, in his language, by whom and how', async () => {
  await changed([of(marco, 3, 1)]);
  await changed([of(marco, 0, 2), of(lucia, 1, 0)]);
  const jobs = await ordered();
  expect(new Set(jobs.map(({ id }) => id as string))).toEqual(new Set([marco.id, lucia.id]));
  expect(jobs.map(({ soon }) => soon as boolean)).toEqual([true, true]);
  await tell(marco.id);
  await tell(marco.id);
  await tell(lucia.id);
  expect(await sent()).toEqual([
    {
      recipient: marco.email,
      locale: 'nl',
      values: {
        administrator: 'Anna Neri',
        change: 'Nu voor u zichtbaar: 3 meer. Niet meer voor u zichtbaar: 3.',
      },
      link: { url: 'http://localhost:8080/machines' },
    },
    {
      recipient: lucia.email,
      locale: 'it',
      values: { administrator: 'Anna Neri', change: 'Ora visibili per Lei in più: 1.' },
      link: { url: 'http://localhost:8080/machines' },
    },
  ]);
});

test('a key that changed it has no name to tell, and neither has somebody elsewhere', async () => {
  await changed([of(marco, 1, 0)], null);
  await tell(marco.id);
  await changed([of(marco, 1, 0)], carla.id);
  await tell(marco.id);
  const names = (await sent()).map(({ values }) => (values as { administrator: string }).administrator);
  expect(names).toEqual(['De beheerder van uw organisatie', 'De beheerder van uw organisatie']);
});

test.each([
  ['who sees all machines anyway', anna, 'select 1'],
  ['who sees none', marco, `update identity.role set rights = array_remove(rights, 'device:read')`],
  ['who wants no such letters', marco, 'update identity.user_account set notify_devices_changed = false'],
  ['who is deactivated', marco, 'update identity.user_account set deactivated_at = now()'],
  ['R33 a person of another organisation', carla, 'select 1'],
])('%s is told nothing', async (_, person, change) => {
  await sql(change);
  await changed([of(person, 1, 0)]);
  await tell(person.id);
  expect([await ordered(), await sent()]).toEqual([[], []]);
});

test('who switches the letters off before the minute is over gets none', async () => {
  await changed([of(marco, 1, 0)]);
  await sql('update identity.user_account set notify_devices_changed = false');
  await tell(marco.id);
  expect(await sent()).toEqual([]);
  expect((await sql('select from identity.device_notice')).rowCount).toBe(0);
});
