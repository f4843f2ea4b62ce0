import { type Actor, anonymous } from '@platen/platform';
import { buildCustomer, buildWorld } from '@platen/testing';
import { actors } from '../../test/actors';
import { buildUser } from '../../test/factories';
import { sentMails } from '../../test/sent-mails';
import { anna, branch, rossi, stranger, useIdentity } from '../../test/use-identity';
import { roleIdOf } from '../world/given-roles-of';

const identity = useIdentity();
const { ask, sql, refusal } = identity;

const admin: Actor = { ...actors.administrator, id: anna.id, customerId: rossi.id, branchId: branch.id };
const verdi = buildCustomer(branch, { name: 'Verdi' });
const paolo = buildUser(verdi, { email: 'paolo@verdi.example' });
const password = 'seven quiet herons at dusk';

const INVITE = `mutation ($input: InviteUsersInput!) { inviteUsers(input: $input) {
  ... on InviteUsersSuccess { rows { invitationId } } } }`;
const REVOKE = `mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { __typename } }`;
const SHOW = `query ($token: String!) { invitationFor(token: $token) {
  email locale organisation branchCode brand roleName firstName } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename
  ... on AcceptInvitationSuccess { email }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code message } } }`;

let keys = 0;
const invite = async (row: Record<string, unknown> = {}) => {
  const input = { idempotencyKey: `acceptance-${keys++}`, rows: [{ email: 'luca@rossi.example', ...row }] };
  const { data } = await ask(admin, INVITE, { input });
  const sent = await sentMails(sql);
  const id = (data?.inviteUsers as { rows: { invitationId: string }[] }).rows[0]?.invitationId ?? '';
  return { id, token: sent.at(-1)?.token ?? '' };
};
const luca = { firstName: ' Luca ', lastName: 'Verdi', phone: '+39 02 5550 177', password };
const accept = async (token: string, parts: Record<string, unknown> = {}, actor: Actor = stranger) => {
  const { data, errors } = await ask(actor, ACCEPT, { input: { token, ...luca, ...parts } });
  if (errors) throw new Error(errors.map(({ message }) => message).join());
  return data?.acceptInvitation as Record<string, unknown>;
};
const show = async (token: string) => (await ask(stranger, SHOW, { token })).data?.invitationFor;
const people = async () =>
  (
    await sql(`select email, first_name, last_name, phone, locale, role_id, granted_rights, customer_id, invited_by
               from identity.user_account where email like 'luca%' or email like 'paolo%' order by id`)
  ).rows;

test('R16 R17 the invited person tells his own data, and everything else stands in the invitation', async () => {
  const { id, token } = await invite({ locale: 'nl', grantedRights: ['report:read'] });
  expect(await show(token)).toEqual({
    email: 'luca@rossi.example',
    locale: 'nl',
    organisation: rossi.name,
    branchCode: 'IT',
    brand: 'Platen',
    roleName: 'Member',
    firstName: null,
  });
  expect(await accept(token)).toEqual({ __typename: 'AcceptInvitationSuccess', email: 'luca@rossi.example' });
  expect(await people()).toEqual([
    {
      email: 'luca@rossi.example',
      first_name: 'Luca',
      last_name: 'Verdi',
      phone: '+39 02 5550 177',
      locale: 'nl',
      role_id: roleIdOf(branch.id, rossi.id, 'Member'),
      granted_rights: ['report:read'],
      customer_id: rossi.id,
      invited_by: anna.id,
    },
  ]);
  expect(await refusal('LUCA@rossi.example', password)).toBeNull();
  expect(await show(token)).toBeNull();
  const { rows } = await sql(
    `select accepted_at is not null as accepted, user_id is not null as tied from identity.invitation where id = '${id}'`,
  );
  expect(rows).toEqual([{ accepted: true, tied: true }]);
});

test('T4 C24 twenty at once, one wins', async () => {
  const { token } = await invite();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => accept(token, { firstName: 'Luca', lastName: `Verdi ${n}` })),
  );
  const types = answers.map(({ __typename }) => __typename).toSorted();
  expect(types).toEqual(['AcceptInvitationSuccess', ...Array(19).fill('InvitationGoneError')]);
  expect(await people()).toHaveLength(1);
});

test('C24 mail, organisation, role and rights are no part of the input', async () => {
  const { token } = await invite();
  for (const [name, value] of [
    ['email', 'boss@rossi.example'],
    ['roleId', roleIdOf(branch.id, rossi.id, 'Administrator')],
    ['customerId', verdi.id],
    ['grantedRights', ['user:manage']],
  ] as const) {
    const { errors } = await ask(stranger, ACCEPT, { input: { token, ...luca, [name]: value } });
    expect(errors?.[0]?.message).toContain(name);
  }
  expect(await people()).toEqual([]);
});

const gone = {
  __typename: 'InvitationGoneError',
  code: 'INVITATION_GONE',
  message: 'This link does not work any more. Ask the person who invited you for a new one.',
};

describe('a link that does not work gives one answer, and changes nothing', () => {
  test.each([
    ['unknown', async () => 'x'.repeat(43)],
    ['empty', async () => ''],
    ['with a NUL', async () => 'a\0b'],
    ['a megabyte', async () => 'a'.repeat(1_000_000)],
    [
      'too old',
      async () => {
        const { token } = await invite();
        await sql(`update identity.one_time_token set expires_at = now()`);
        return token;
      },
    ],
    [
      'revoked',
      async () => {
        const { id, token } = await invite();
        await ask(admin, REVOKE, { input: { id } });
        return token;
      },
    ],
    [
      'of an invitation whose role was deleted',
      async () => {
        const { token } = await invite();
        await sql('update identity.invitation set role_id = null');
        return token;
      },
    ],
    [
      'of another purpose',
      async () => {
        const { token } = await invite();
        await sql(`update identity.one_time_token set purpose = 'reset-password'`);
        return token;
      },
    ],
  ])('%s', async (_what, make) => {
    const token = await make();
    expect(await show(token)).toBeNull();
    expect(await accept(token)).toEqual(gone);
    expect(await people()).toEqual([]);
  });
});

test('an address with an account is refused without side effect, in the language of the page', async () => {
  await identity.load(buildWorld({ customers: [verdi], users: [paolo] }));
  const { token } = await invite({ email: 'Paolo@verdi.example' });
  expect(await accept(token, {}, anonymous('request', 'it'))).toMatchObject({
    __typename: 'AccountExistsError',
    message: expect.stringContaining('Esiste già un account'),
  });
  expect(await people()).toMatchObject([{ email: 'paolo@verdi.example', customer_id: verdi.id }]);
  expect(await show(token)).toMatchObject({ email: 'Paolo@verdi.example' });
});

test.each([
  ['no first name', { firstName: ' ' }, ['firstName']],
  ['no telephone', { phone: '' }, ['phone']],
  ['a link for a name', { lastName: 'https://evil.example' }, ['lastName']],
  ['a short password', { password: 'short' }, ['password']],
  ['a common password', { password: 'passwordpassword' }, ['password']],
  ['his own name for a password', { password: 'luca.verdi.luca.verdi' }, ['password']],
  ['the organisation for a password', { password: 'Rossi S.p.A. Rossi' }, ['password']],
  ['a megabyte for a password', { password: 'a'.repeat(1_000_000) }, ['password']],
  [
    'nothing at all',
    { firstName: '', lastName: '', phone: '', password: '' },
    ['firstName', 'lastName', 'phone', 'password'],
  ],
])('%s is refused at its field, and the link still works', async (_what, parts, paths) => {
  const { token } = await invite();
  const answer = await accept(token, parts);
  expect((answer.fields as { path: string }[]).map(({ path }) => path)).toEqual(paths);
  expect(await people()).toEqual([]);
  expect(await accept(token)).toMatchObject({ __typename: 'AcceptInvitationSuccess' });
});
