import { buildBranch, buildCustomer, buildWorld } from '@platen/testing';
import type { Actor } from '@platen/platform';
import { actors } from '../../test/actors';
import { buildUser } from '../../test/factories';
import { sentMails } from '../../test/sent-mails';
import { anna, branch, giulia, rossi, stranger, useIdentity } from '../../test/use-identity';
import { roleIdOf } from '../world/given-roles-of';
import { staffRoles } from '../roles/given-roles';

const identity = useIdentity();
const { ask, sql } = identity;

const admin: Actor = { ...actors.administrator, id: anna.id, customerId: rossi.id, branchId: branch.id };
const italian: Actor = { ...admin, locale: 'it' };
const branchAdmin: Actor = {
  ...actors.staff,
  id: giulia.id,
  branchId: branch.id,
  rights: new Set(staffRoles['Branch administrator']),
};
const member = roleIdOf(branch.id, rossi.id, 'Member');
const administrator = roleIdOf(branch.id, rossi.id, 'Administrator');

const verdi = buildCustomer(branch, { name: 'Verdi' });
const paolo = buildUser(verdi, { email: 'paolo@verdi.example' });
const elsewhere = buildBranch({ code: 'NL' });
beforeEach(() => identity.load(buildWorld({ branches: [elsewhere], customers: [verdi], users: [paolo] })));
const paoloActs: Actor = { ...admin, id: paolo.id, customerId: verdi.id };

const PREVIEW = `mutation ($input: PreviewInvitationsInput!) { previewInvitations(input: $input) { __typename
  ... on PreviewInvitationsSuccess { rows { row email roleName locale problemCode problem } }
  ... on InvalidInputError { code fields { path message } } } }`;
const INVITE = `mutation ($input: InviteUsersInput!) { inviteUsers(input: $input) { __typename
  ... on InviteUsersSuccess { invited rows { row email invitationId problemCode } }
  ... on InvalidInputError { code fields { path message } }
  ... on UserError { code message } } }`;
const RESEND = `mutation ($input: ResendInvitationInput!) { resendInvitation(input: $input) { __typename
  ... on ResendInvitationSuccess { invitation { id state } } ... on UserError { code message } } }`;
const REVOKE = `mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { __typename
  ... on RevokeInvitationSuccess { invitation { id state } } ... on UserError { code message } } }`;
const LIST = `query ($first: Int, $after: String, $state: InvitationState) {
  invitations(first: $first, after: $after, state: $state) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { email state roleName grantedRights fromApplication invitedBy { email } user { email } } } } }`;

const run = async <Answer = Record<string, unknown>>(
  actor: Actor,
  document: string,
  input: Record<string, unknown>,
): Promise<Answer> => {
  const { data, errors } = await ask(actor, document, { input });
  if (errors)
    throw new Error(errors.map(({ message, extensions }) => `${String(extensions.code)} ${message}`).join());
  return Object.values(data ?? {})[0] as Answer;
};
let keys = 0;
interface Invited {
  readonly invited: number;
  readonly rows: {
    readonly email: string;
    readonly invitationId: string;
    readonly problemCode: string | null;
  }[];
}
const invite = (rows: Record<string, unknown>[], actor = admin) =>
  run<Invited>(actor, INVITE, { idempotencyKey: `invitation-${keys++}`, rows });
const inviteLuca = async (more: Record<string, unknown> = {}) =>
  (await invite([{ email: 'luca@rossi.example', ...more }])).rows[0]?.invitationId ?? '';
const stored = async () =>
  (
    await sql(
      'select email, role_id, granted_rights, revoked_at, customer_id from identity.invitation order by email_folded',
    )
  ).rows;
const mails = () => sentMails(sql);
const audited = async () =>
  (
    await sql(
      `select payload->>'action' as action from identity.outbox where payload ? 'action' order by created_at, id`,
    )
  ).rows.map(({ action }) => action);
const list = async (actor: Actor, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await ask(actor, LIST, variables);
  if (errors) throw new Error(errors.map(({ message }) => message).join());
  return data?.invitations as {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: Record<string, unknown> }[];
  };
};

describe('R15 inviting people', () => {
  test('sends each a link, in his language, that is stored as a hash only', async () => {
    const answer = await invite([
      { email: 'luca@rossi.example', roleId: member, grantedRights: ['report:read'], locale: 'nl' },
      { email: 'Sara@rossi.example', role: 'Amministratore' },
    ]);
    expect(answer).toMatchObject({ __typename: 'InviteUsersSuccess', invited: 2 });
    expect(await stored()).toMatchObject([
      {
        email: 'luca@rossi.example',
        role_id: member,
        granted_rights: ['report:read'],
        customer_id: rossi.id,
      },
      { email: 'Sara@rossi.example', role_id: administrator, granted_rights: [] },
    ]);
    const sent = (await mails()).toSorted((a, b) => a.locale.localeCompare(b.locale));
    expect(sent).toMatchObject([
      { template: 'invitation', recipient: 'Sara@rossi.example', locale: 'it' },
      {
        template: 'invitation',
        recipient: 'luca@rossi.example',
        locale: 'nl',
        values: { inviter: 'Anna Neri', organisation: rossi.name },
      },
    ]);
    expect(sent[1]?.link).toBe(`http://localhost:8080/invitation#${sent[1]?.token}`);
    expect(sent[1]?.token).toMatch(/^[\w-]{43}$/);
    const { rows } = await sql(
      `select (select string_agg(t::text, '') from identity.one_time_token t)
           || (select string_agg(o::text, '') from identity.outbox o)
           || (select string_agg(m::text, '') from identity.mail m) as everything`,
    );
    for (const { token } of sent) expect(rows[0].everything).not.toContain(token);
    expect(await audited()).toEqual(['user.invited', 'user.invited']);
  });

  test('a row that cannot be invited does not hold up the others, and says why', async () => {
    const answer = await invite([
      { email: 'nobody' },
      { email: anna.email.toUpperCase() },
      { email: 'luca@rossi.example' },
      { email: 'LUCA@rossi.example' },
      { email: 'sara@rossi.example', grantedRights: ['branch:manage'] },
      { email: 'tea@rossi.example', roleId: roleIdOf(branch.id, verdi.id, 'Member') },
    ]);
    expect(answer.rows.map(({ problemCode }) => problemCode)).toEqual([
      'EMAIL_INVALID',
      'ALREADY_USER',
      null,
      'ROW_TWICE',
      'RIGHT_NOT_OWNED',
      'ROLE_UNKNOWN',
    ]);
    expect(await stored()).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  test('T5 somebody of another organisation looks like anybody new', async () => {
    const preview = await run<{ rows: unknown[] }>(admin, PREVIEW, {
      list: `${paolo.email}\nnobody.ever@verdi.example`,
    });
    expect(preview.rows).toMatchObject([{ problemCode: null }, { problemCode: null }]);
    const answer = await invite([{ email: paolo.email }, { email: 'nobody.ever@verdi.example' }]);
    expect(answer).toMatchObject({ invited: 2 });
    expect(await mails()).toHaveLength(2);
  });

  test('C50 the same key invites once, with other rows it is a conflict', async () => {
    const input = { idempotencyKey: 'once-and-again', rows: [{ email: 'luca@rossi.example' }] };
    const answers = await Promise.all(Array.from({ length: 10 }, () => run(admin, INVITE, input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await run(admin, INVITE, { ...input, rows: [{ email: 'sara@rossi.example' }] })).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
    expect(await mails()).toHaveLength(1);
  });

  test('ten at once for one address write one invitation and one mail', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => invite([{ email: 'luca@rossi.example' }])),
    );
    expect(answers.reduce((sum, { invited }) => sum + invited, 0)).toBe(1);
    expect(await stored()).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  test('an expired invitation makes room for a new one', async () => {
    await inviteLuca();
    await sql(`update identity.invitation set expires_at = now() - interval '1 second'`);
    expect(await invite([{ email: 'luca@rossi.example' }])).toMatchObject({ invited: 1 });
    expect(await stored()).toHaveLength(1);
    expect((await list(admin)).edges[0]?.node.state).toBe('OPEN');
  });

  test.each([
    ['nothing', [], 'rows'],
    ['too many', Array.from({ length: 251 }, (_, n) => ({ email: `n${n}@rossi.example` })), 'rows'],
  ])('%s is refused at its field', async (_what, rows, path) => {
    expect(await invite(rows)).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path }] });
    expect(await stored()).toEqual([]);
  });

  test('branch administrators invite staff', async () => {
    expect(await invite([{ email: 'desk@platen.example', role: 'Service desk' }], branchAdmin)).toMatchObject(
      {
        invited: 1,
      },
    );
    expect(await stored()).toMatchObject([{ email: 'desk@platen.example', customer_id: null }]);
    expect(await mails()).toMatchObject([
      { template: 'staff-invitation', values: { inviter: 'Anna Neri', role: 'Assistenza' } },
    ]);
    expect((await list(admin)).edges).toEqual([]);
  });

  test.each([
    ['nobody', stranger, 'UNAUTHENTICATED'],
    ['a member', { ...actors.member, customerId: rossi.id, branchId: branch.id }, 'UNAUTHORIZED'],
    ['the service desk', { ...actors.staff, branchId: branch.id }, 'UNAUTHORIZED'],
    ['somebody who looks through his eyes', { ...admin, viewedBy: giulia.id }, 'VIEW_ONLY'],
  ])('C1 %s invites nobody', async (_who, actor, code) => {
    await expect(invite([{ email: 'luca@rossi.example' }], actor)).rejects.toThrow(code);
    expect(await stored()).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  test('a key invites nobody, whatever rights it has', async () => {
    const key = {
      ...actors['partner of a customer'],
      customerId: rossi.id,
      branchId: branch.id,
      rights: admin.rights,
    };
    expect(await invite([{ email: 'luca@rossi.example' }], key)).toMatchObject({ invited: 0 });
    expect((await list(key)).edges).toEqual([]);
    expect(await mails()).toEqual([]);
  });
});

describe('a preview', () => {
  test('judges each line of a list in the words of the reader, and writes nothing', async () => {
    await inviteLuca();
    const text = 'sara@rossi.example;Member;nl\nluca@rossi.example\nnobody\nr@r\u043essi.example;King';
    expect(await run(italian, PREVIEW, { list: text })).toEqual({
      __typename: 'PreviewInvitationsSuccess',
      rows: [
        {
          row: 1,
          email: 'sara@rossi.example',
          roleName: 'Member',
          locale: 'nl',
          problemCode: null,
          problem: null,
        },
        {
          row: 2,
          email: 'luca@rossi.example',
          roleName: null,
          locale: null,
          problemCode: 'ALREADY_INVITED',
          problem: "Questa persona ha un invito aperto. Lo invii di nuovo se l'e-mail è andata persa.",
        },
        expect.objectContaining({ row: 3, problemCode: 'EMAIL_INVALID' }),
        expect.objectContaining({ row: 4, email: 'r@xn--rssi-55d.example', problemCode: 'ROLE_UNKNOWN' }),
      ],
    });
    expect(await stored()).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  test.each([
    ['nothing', ''],
    ['a megabyte', 'a'.repeat(1_000_000)],
    ['a quote without end', '"luca@rossi.example'],
  ])('%s is refused at the list', async (_what, text) => {
    expect(await run(admin, PREVIEW, { list: text })).toMatchObject({
      __typename: 'InvalidInputError',
      fields: [{ path: 'list' }],
    });
  });

  test('NUL, line breaks and a foreign role are rows with a problem, not failures', async () => {
    const rows = ['a\0@rossi.example', 'a@rossi.example\r\nBcc: x@x.example', '😀@rossi.example'].map(
      (email) => ({
        email,
        roleId: 'no id',
      }),
    );
    expect(await run(admin, PREVIEW, { rows })).toMatchObject({
      rows: [
        { problemCode: 'EMAIL_INVALID' },
        { problemCode: 'EMAIL_INVALID' },
        { problemCode: 'EMAIL_INVALID' },
      ],
    });
  });
});

describe('open invitations', () => {
  const sentLongAgo = () => sql(`update identity.invitation set sent_at = now() - interval '1 hour'`);

  test('sent again, the new link lives 72 hours and the old one is dead', async () => {
    const id = await inviteLuca();
    await sentLongAgo();
    await sql(`update identity.invitation set expires_at = now() - interval '1 second'`);
    expect(await run(admin, RESEND, { id })).toMatchObject({ invitation: { id, state: 'OPEN' } });
    const [first, second] = await mails();
    expect(second?.recipient).toBe('luca@rossi.example');
    const { rows } = await sql(
      `select count(*)::int as live from identity.one_time_token where used_at is null and revoked_at is null`,
    );
    expect(rows).toEqual([{ live: 1 }]);
    expect(first?.token).not.toBe(second?.token);
  });

  test('sent again twice at once, one mail leaves', async () => {
    const id = await inviteLuca();
    await sentLongAgo();
    const answers = await Promise.all(Array.from({ length: 10 }, () => run(admin, RESEND, { id })));
    expect(answers.filter(({ code }) => code === 'INVITATION_JUST_SENT')).toHaveLength(9);
    expect(await mails()).toHaveLength(2);
  });

  test('revoked, its link works no more and it cannot be sent again', async () => {
    const id = await inviteLuca();
    expect(await run(admin, REVOKE, { id })).toMatchObject({ invitation: { state: 'REVOKED' } });
    expect(await run(admin, REVOKE, { id })).toMatchObject({ code: 'INVITATION_CLOSED' });
    expect(await run(admin, RESEND, { id })).toMatchObject({ code: 'INVITATION_CLOSED' });
    const { rows } = await sql('select from identity.one_time_token where revoked_at is null');
    expect(rows).toEqual([]);
    expect(await audited()).toEqual(['user.invited', 'invitation.revoked']);
  });

  test.each([
    ["another organisation's", paoloActs],
    ["the branch's", branchAdmin],
  ])('C6 for %s administrators they do not exist', async (_who, actor) => {
    const id = await inviteLuca();
    await sentLongAgo();
    for (const document of [RESEND, REVOKE])
      for (const asked of [id, '00000000-0000-7000-8000-00000000ffff', 'no id'])
        expect(await run(actor, document, { id: asked })).toMatchObject({
          code: 'INVITATION_NOT_FOUND',
          message: expect.any(String),
        });
    expect((await list(actor)).edges).toEqual([]);
    expect(await stored()).toMatchObject([{ revoked_at: null }]);
    expect(await mails()).toHaveLength(1);
  });

  test('are listed newest first with who invited, by state and page', async () => {
    await invite([
      { email: 'a@rossi.example' },
      { email: 'b@rossi.example', grantedRights: ['report:read'] },
    ]);
    const [, b] = (await invite([{ email: 'c@rossi.example' }, { email: 'd@rossi.example' }])).rows;
    await run(admin, REVOKE, { id: b?.invitationId });
    const emails = async (variables: Record<string, unknown>) =>
      (await list(admin, variables)).edges.map(({ node }) => node.email);
    expect(await emails({ first: 2 })).toEqual(['d@rossi.example', 'c@rossi.example']);
    const { endCursor } = (await list(admin, { first: 2 })).pageInfo;
    expect(await emails({ first: 2, after: endCursor })).toEqual(['b@rossi.example', 'a@rossi.example']);
    expect(await emails({ state: 'REVOKED' })).toEqual(['d@rossi.example']);
    expect((await list(admin, { state: 'OPEN' })).totalCount).toBe(3);
    expect((await list(admin, { first: 1, after: endCursor })).edges[0]?.node).toMatchObject({
      email: 'b@rossi.example',
      state: 'OPEN',
      roleName: 'Member',
      grantedRights: ['report:read'],
      fromApplication: false,
      invitedBy: { email: anna.email },
      user: null,
    });
    const foreign = await ask(admin, LIST, { after: Buffer.from('["x"]').toString('base64url') });
    expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
