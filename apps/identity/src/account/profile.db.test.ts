import type { Actor } from '@platen/platform';
import { anna, giulia, stranger, useIdentity } from '../../test/use-identity';

const identity = useIdentity();
const { ask, resolve, sql, tokenOf } = identity;

const UPDATE = `mutation ($input: UpdateMyProfileInput!) { updateMyProfile(input: $input) { __typename
  ... on UpdateMyProfileSuccess { user { id firstName lastName phone } }
  ... on InvalidInputError { fields { path } } ... on UserError { code } } }`;

const signedIn = async (email = anna.email): Promise<Actor> =>
  (await resolve({ sessionToken: await tokenOf(email) })) ?? stranger;
const update = async (actor: Actor, input: Record<string, string>) =>
  (await ask(actor, UPDATE, { input })).data?.updateMyProfile as Record<string, unknown>;
const stored = async () =>
  (await sql(`select first_name, last_name, phone from identity.user_account order by id`)).rows;
const fine = { firstName: 'Anna Maria', lastName: "D'Angelo", phone: '+39 02 5550177' };

test('R7 R8 people change their own data, and nobody else is told of anything', async () => {
  const actor = await signedIn();
  await sql('delete from identity.outbox');
  expect(await update(actor, { ...fine, firstName: '  Anna Maria ' })).toEqual({
    __typename: 'UpdateMyProfileSuccess',
    user: { id: anna.id, ...fine },
  });
  const { rows } = await sql(
    `select name, payload->>'action' as action, payload->'facts' as facts from identity.outbox`,
  );
  expect(rows).toEqual([{ name: 'platform.audit-entry.recorded.v1', action: 'profile.changed', facts: {} }]);
});

test('staff change theirs', async () => {
  expect(await update(await signedIn(giulia.email), fine)).toMatchObject({ user: { id: giulia.id } });
});

test.each([
  ['no name', { firstName: ' ' }, 'firstName'],
  ['a line break', { firstName: 'Anna\r\nBcc: x' }, 'firstName'],
  ['a NUL', { lastName: 'Neri\0' }, 'lastName'],
  ['a mark of direction', { lastName: 'Neri\u202e' }, 'lastName'],
  ['a link', { lastName: 'https://evil.example' }, 'lastName'],
  ['a megabyte', { lastName: 'x'.repeat(1_000_000) }, 'lastName'],
  ['no number', { phone: 'call me' }, 'phone'],
])('%s is refused at its field, and nothing changes', async (_what, change, path) => {
  const before = await stored();
  expect(await update(await signedIn(), { ...fine, ...change })).toMatchObject({ fields: [{ path }] });
  expect(await stored()).toEqual(before);
});

test('notices of machines can be switched off and on, by their reader alone', async () => {
  const NOTICES = `mutation ($input: UpdateMyNoticesInput!) { updateMyNotices(input: $input) {
    ... on UpdateMyNoticesSuccess { devicesChanged } } }`;
  const actor = await signedIn();
  const choose = (by: Actor, devicesChanged: boolean) => ask(by, NOTICES, { input: { devicesChanged } });
  const chosen = async () =>
    (await sql(`select id from identity.user_account where not notify_devices_changed`)).rows;
  expect(await identity.data(actor, '{ myAccount { tellsDevicesChanged } }')).toEqual({
    myAccount: { tellsDevicesChanged: true },
  });
  await choose({ ...actor, viewedBy: giulia.id }, false);
  expect(await chosen()).toEqual([]);
  await choose(actor, false);
  expect(await chosen()).toEqual([{ id: anna.id }]);
  await choose(actor, true);
  expect(await chosen()).toEqual([]);
});

test('who looks through my eyes changes nothing', async () => {
  const before = await stored();
  expect(
    (await ask({ ...(await signedIn()), viewedBy: giulia.id }, UPDATE, { input: fine })).data,
  ).toBeNull();
  expect(await stored()).toEqual(before);
});
