import { type Actor, anonymous, secretBox } from '@platen/platform';
import {
  buildBranch,
  buildCustomer,
  buildSettings,
  buildWorld,
  statementsOf,
  testSecret,
} from '@platen/testing';
import { actors } from '../../test/actors';
import { buildUser } from '../../test/factories';
import { sentMails } from '../../test/sent-mails';
import { anna, rossi, useIdentity } from '../../test/use-identity';
import { letters } from '../letters/send-letter';
import { roleIdOf } from '../world/given-roles-of';
import { forgetJoining, tellAdministrators } from './application.jobs';

const identity = useIdentity();
const { ask, sql, asSystem, refusal } = identity;
const post = letters('http://localhost:8080', secretBox(testSecret, 'mail'));

const netherlands = buildBranch({
  code: 'NL',
  settings: buildSettings({ locale: 'nl', registration: 'self-registration' }),
});
const dijk = buildCustomer(netherlands, { name: 'Van Dijk', number: 'NL-1', locale: 'nl' });
const boer = buildCustomer(netherlands, { name: 'De Boer', number: 'NL-2', locale: 'nl' });
const jan = buildUser(dijk, { email: 'jan@dijk.example', firstName: 'Jan', locale: 'nl' });
const eva = buildUser(dijk, { email: 'eva@dijk.example', role: 'Member' });
const kees = buildUser(boer, { email: 'kees@boer.example' });
beforeEach(() =>
  identity.load(buildWorld({ branches: [netherlands], customers: [dijk, boer], users: [jan, eva, kees] })),
);

const page = anonymous('request', 'nl');
const admin: Actor = { ...actors.administrator, id: jan.id, customerId: dijk.id, branchId: netherlands.id };
const other: Actor = { ...admin, id: kees.id, customerId: boer.id };
const member = roleIdOf(netherlands.id, dijk.id, 'Member');

const APPLY = `mutation ($input: ApplyForAccountInput!) { applyForAccount(input: $input) { __typename
  ... on ApplyForAccountSuccess { ok } ... on InvalidInputError { fields { path } }
  ... on UserError { code message } } }`;
const APPROVE = `mutation ($input: ApproveApplicationInput!) { approveApplication(input: $input) { __typename
  ... on ApproveApplicationSuccess { application { state decidedBy { email } } }
  ... on InvalidInputError { fields { path message } } ... on UserError { code message } } }`;
const DECLINE = `mutation ($input: DeclineApplicationInput!) { declineApplication(input: $input) { __typename
  ... on DeclineApplicationSuccess { application { state } } ... on UserError { code message } } }`;
const LIST = `query ($state: ApplicationState) { applications(state: $state) { totalCount edges { node {
  id email firstName lastName phone message locale state decidedBy { email } } } } }`;

const luca = {
  branchCode: 'nl',
  customerNumber: 'NL-1',
  email: 'luca@dijk.example',
  firstName: 'Luca',
  lastName: 'Verdi',
  phone: '+31 20 555 0177',
};
const run = async (actor: Actor, document: string, input: Record<string, unknown>, address?: string) => {
  const { data, errors } = await ask(actor, document, { input }, address);
  if (errors)
    throw new Error(errors.map(({ extensions, message }) => `${String(extensions.code)} ${message}`).join());
  return Object.values(data ?? {})[0] as Record<string, unknown>;
};
/** each from an address of its own, so that none is counted with the others */
let callers = 0;
const apply = (parts: Record<string, unknown> = {}, actor = page, address = `203.0.113.${callers++ % 250}`) =>
  run(actor, APPLY, { ...luca, ...parts }, address);
const stored = async () =>
  (await sql('select id, email, customer_id from identity.application order by email_folded')).rows as {
    id: string;
    email: string;
    customer_id: string;
  }[];
const applied = async (parts: Record<string, unknown> = {}) => {
  await apply(parts);
  return (await stored())[0]?.id ?? '';
};
/** carries out the announcements that wait, as the worker does */
const announce = async () => {
  const { rows } = await sql(
    `select payload->>'applicationId' as id from identity.outbox where name = 'identity.announce-application'`,
  );
  for (const { id } of rows) await asSystem((tx) => tellAdministrators(tx, post, id));
  return rows.length;
};
const mails = () => sentMails(sql);
const list = async (actor: Actor, state: string | null = null) =>
  (await ask(actor, LIST, { state })).data?.applications as {
    totalCount: number;
    edges: { node: Record<string, unknown> }[];
  };

const taken = { __typename: 'ApplyForAccountSuccess', ok: true };

describe('S1 applying for an account', () => {
  test('reaches the administrators of the organisation, and nobody else', async () => {
    expect(await apply({ message: 'Receptie, tweede etage.' })).toEqual(taken);
    await announce();
    expect(await mails()).toEqual([
      {
        template: 'application-received',
        recipient: jan.email,
        locale: 'nl',
        firstName: 'Jan',
        values: { applicant: 'Luca Verdi', email: 'luca@dijk.example', organisation: 'Van Dijk' },
        link: 'http://localhost:8080/administration/joining?tab=applications',
        token: null,
      },
    ]);
    expect((await list(admin)).edges.map(({ node }) => node)).toMatchObject([
      {
        email: 'luca@dijk.example',
        phone: luca.phone,
        message: 'Receptie, tweede etage.',
        locale: 'nl',
        state: 'OPEN',
      },
    ]);
    expect((await list(other)).edges).toEqual([]);
  });

  test('C23 the same answer by the same work, whoever and whatever is known', async () => {
    await sql(`update identity.customer set registration_domains = '{boer.example}' where id = '${boer.id}'`);
    const asked = [
      {},
      { customerNumber: 'NL-9' },
      { customerNumber: rossi.number },
      { email: eva.email.toUpperCase() },
      { email: kees.email, customerNumber: 'NL-9' },
      { customerNumber: 'NL-2' },
    ];
    const answers: unknown[] = [];
    const work: string[][] = [];
    for (const parts of asked) work.push(await statementsOf(async () => answers.push(await apply(parts))));
    expect(answers).toEqual(asked.map(() => taken));
    expect(work).toEqual(asked.map(() => work[0]));
    expect(await announce()).toBe(asked.length);
    expect(await stored()).toMatchObject([{ email: 'luca@dijk.example', customer_id: dijk.id }]);
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([jan.email]);
  });

  test.each([
    ['switched off by the organisation', `self_registration = 'off'`],
    ['for other domains', `registration_domains = '{other.example}'`],
    ['suspended', `suspended_at = now()`],
  ])('an organisation %s gets none', async (_what, change) => {
    await sql(`update identity.customer set ${change} where id = '${dijk.id}'`);
    expect(await apply()).toEqual(taken);
    expect(await stored()).toEqual([]);
  });

  test('a domain that only looks like the allowed one is another', async () => {
    await sql(`update identity.customer set registration_domains = '{dijk.example}' where id = '${dijk.id}'`);
    expect(await apply({ email: 'luca@d\u0456jk.example' })).toEqual(taken);
    expect(await stored()).toEqual([]);
    expect(await apply({ email: 'luca@DIJK.example' })).toEqual(taken);
    expect(await stored()).toHaveLength(1);
  });

  test('twice, or nine at once, it is one application and one mail; expired, it makes room', async () => {
    await Promise.all(Array.from({ length: 9 }, () => apply()));
    await announce();
    expect(await stored()).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
    await sql(`update identity.application set expires_at = now() - interval '1 second'`);
    await apply();
    await announce();
    expect(await stored()).toHaveLength(1);
    expect((await list(admin, 'OPEN')).totalCount).toBe(1);
    expect(await mails()).toHaveLength(2);
  });

  test('a stranger cannot bury an administrator: a hundred wait at most', async () => {
    await sql(`insert into identity.application (customer_id, branch_id, email, first_name, last_name, phone, locale, expires_at)
      select '${dijk.id}', '${netherlands.id}', n || '@flood.example', 'A', 'B', '12345', 'nl', now() + interval '1 day'
      from generate_series(1, 100) n`);
    expect(await apply()).toEqual(taken);
    expect(await stored()).toHaveLength(100);
  });

  test('C22 tries are counted by mail and by address', async () => {
    for (let n = 0; n < 10; n++) expect(await apply({ email: 'often@dijk.example' })).toEqual(taken);
    expect(await apply({ email: 'often@dijk.example' })).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    for (let n = 0; n < 20; n++)
      expect(await apply({ email: `n${n}@dijk.example` }, page, '198.51.100.7')).toEqual(taken);
    expect(await apply({ email: 'last@dijk.example' }, page, '198.51.100.7')).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
    });
    expect(await refusal(anna.email, undefined, { address: '198.51.100.7' })).toBeNull();
  });

  test.each(['IT', 'XX', '', 'a\0', 'a'.repeat(1_000_000)])(
    'branch %.5s takes none (R15)',
    async (branchCode) => {
      expect(await apply({ branchCode })).toMatchObject({ code: 'REGISTRATION_CLOSED' });
      expect(await stored()).toEqual([]);
    },
  );

  test('what cannot be taken is told by field, and nothing is counted or stored', async () => {
    const answer = await apply({ email: 'luca@dijk.example\r\nBcc: x@x.example', firstName: '', phone: '1' });
    expect(answer.fields).toEqual([{ path: 'email' }, { path: 'firstName' }, { path: 'phone' }]);
    expect((await sql('select from identity.sign_in_attempt')).rowCount).toBe(0);
  });
});

describe('deciding on an application', () => {
  test('granted, its person joins with the rights that were given, his data filled in', async () => {
    const id = await applied();
    expect(await run(admin, APPROVE, { id, roleId: member, grantedRights: ['report:read'] })).toEqual({
      __typename: 'ApproveApplicationSuccess',
      application: { state: 'APPROVED', decidedBy: { email: jan.email } },
    });
    const [mail] = await mails();
    expect(mail).toMatchObject({
      template: 'application-approved',
      recipient: 'luca@dijk.example',
      locale: 'nl',
      firstName: 'Luca',
      values: { organisation: 'Van Dijk' },
      link: `http://localhost:8080/invitation#${mail?.token}`,
    });
    const SHOW = `query ($token: String!) { invitationFor(token: $token) { firstName lastName phone roleName } }`;
    expect((await ask(page, SHOW, { token: mail?.token })).data?.invitationFor).toEqual({
      firstName: 'Luca',
      lastName: 'Verdi',
      phone: luca.phone,
      roleName: 'Member',
    });
    const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }`;
    const { firstName, lastName, phone } = luca;
    const password = 'seven quiet herons at dusk';
    await run(page, ACCEPT, { token: mail?.token, firstName, lastName, phone, password });
    expect(await refusal('luca@dijk.example', password)).toBeNull();
    const { rows } = await sql(
      `select granted_rights, invited_by from identity.user_account where email = 'luca@dijk.example'`,
    );
    expect(rows).toEqual([{ granted_rights: ['report:read'], invited_by: jan.id }]);
  });

  test('of twenty approvals and refusals at once, one counts', async () => {
    const id = await applied();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 2 ? run(admin, APPROVE, { id, roleId: member }) : run(admin, DECLINE, { id }),
      ),
    );
    expect(answers.filter(({ code }) => code === 'APPLICATION_CLOSED')).toHaveLength(19);
    expect(await mails()).toHaveLength(1);
  });

  test('declined, its person is told, and may apply again', async () => {
    const id = await applied();
    expect(await run(admin, DECLINE, { id })).toMatchObject({ application: { state: 'DECLINED' } });
    expect(await mails()).toMatchObject([
      { template: 'application-declined', recipient: 'luca@dijk.example', locale: 'nl', link: null },
    ]);
    expect((await sql('select from identity.invitation')).rowCount).toBe(0);
    await apply();
    expect((await list(admin)).totalCount).toBe(2);
  });

  test('after 30 days it has expired', async () => {
    const id = await applied();
    await sql(`update identity.application set expires_at = now()`);
    expect(await run(admin, APPROVE, { id, roleId: member })).toMatchObject({ code: 'APPLICATION_CLOSED' });
    expect((await list(admin, 'EXPIRED')).totalCount).toBe(1);
    expect(await mails()).toEqual([]);
  });

  test.each([
    ['a role of others', { roleId: roleIdOf(netherlands.id, boer.id, 'Member') }, 'roleId'],
    ['a role that is none', { roleId: 'no id' }, 'roleId'],
    ['C5 a right beyond him', { roleId: member, grantedRights: ['branch:manage'] }, 'grantedRights'],
  ])('%s cannot be given, and it stays open', async (_what, gives, path) => {
    const id = await applied();
    expect(await run(admin, APPROVE, { id, ...gives })).toMatchObject({ fields: [{ path }] });
    expect((await list(admin, 'OPEN')).totalCount).toBe(1);
    expect(await mails()).toEqual([]);
  });

  test('an open invitation to the same address becomes the granted application', async () => {
    const id = await applied();
    const INVITE = `mutation ($input: InviteUsersInput!) { inviteUsers(input: $input) { __typename } }`;
    await run(admin, INVITE, { idempotencyKey: 'before-approval', rows: [{ email: luca.email }] });
    expect(await run(admin, APPROVE, { id, roleId: member })).toMatchObject({
      application: { state: 'APPROVED' },
    });
    expect((await sql('select from identity.invitation')).rowCount).toBe(1);
  });

  test('who became a user in the meantime is not invited again', async () => {
    const id = await applied();
    await identity.load(buildWorld({ users: [buildUser(dijk, { email: luca.email })] }));
    expect(await run(admin, APPROVE, { id, roleId: member })).toMatchObject({ code: 'ALREADY_USER' });
    expect(await mails()).toEqual([]);
  });

  test('C6 for others it does not exist', async () => {
    const id = await applied();
    for (const asked of [id, '00000000-0000-7000-8000-00000000ffff', 'no id'])
      for (const answer of [
        await run(other, APPROVE, { id: asked, roleId: roleIdOf(netherlands.id, boer.id, 'Member') }),
        await run(other, DECLINE, { id: asked }),
      ])
        expect(answer).toMatchObject({ code: 'APPLICATION_NOT_FOUND' });
    expect((await list(admin, 'OPEN')).totalCount).toBe(1);
    expect(await mails()).toEqual([]);
  });

  test('C1 a member decides nothing and sees none', async () => {
    const id = await applied();
    const evaActs: Actor = { ...actors.member, id: eva.id, customerId: dijk.id, branchId: netherlands.id };
    await expect(run(evaActs, DECLINE, { id })).rejects.toThrow('UNAUTHORIZED');
    expect((await ask(evaActs, LIST)).errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
    expect((await list(admin, 'OPEN')).totalCount).toBe(1);
  });
});

test('C41 invitations and applications are forgotten 30 days after their end', async () => {
  const id = await applied();
  await run(admin, APPROVE, { id, roleId: member });
  const left = async () =>
    (
      await sql(`select (select count(*)::int from identity.invitation) as invitations,
                        (select count(*)::int from identity.application) as applications`)
    ).rows[0];
  await sql(`update identity.invitation set expires_at = now() - interval '29 days'`);
  await sql(`update identity.application set decided_at = now() - interval '29 days'`);
  await asSystem(forgetJoining);
  expect(await left()).toEqual({ invitations: 1, applications: 1 });
  await sql(`update identity.invitation set expires_at = now() - interval '31 days'`);
  await sql(`update identity.application set decided_at = now() - interval '31 days'`);
  await asSystem(forgetJoining);
  expect(await left()).toEqual({ invitations: 0, applications: 0 });
});
