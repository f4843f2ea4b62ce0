import { customerChanged } from '@platen/contracts';
import { type Actor, secretBox } from '@platen/platform';
import {
  type TestDatabase,
  type TestService,
  buildBranch,
  buildCustomer,
  buildWorld,
  createTestDatabase,
  startTestService,
  testSecret,
} from '@platen/testing';
import { actors } from '../../test/actors';
import { buildUser } from '../../test/factories';
import { type IdentityApp, identity } from '../index';

const REQUEST = `mutation ($email: String!) { requestNotificationEmailChange(input: { email: $email }) { __typename
  ... on RequestNotificationEmailChangeSuccess { pending { email } }
  ... on InvalidInputError { code fields { path message } } } }`;
const CANCEL = `mutation { cancelNotificationEmailChange { ok } }`;
const CONFIRM = `mutation ($token: String!) { confirmNotificationEmail(input: { token: $token }) { __typename
  ... on ConfirmNotificationEmailSuccess { email organisation } ... on UserError { code } } }`;
const MINE = `{ viewer { customer { notificationEmail viewerCanChangeNotificationEmail pendingNotificationEmail { email } } } }`;

const italy = buildBranch();
const rossi = buildCustomer(italy, { name: 'Rossi', notificationEmail: 'old@rossi.example' });
const verdi = buildCustomer(italy, { name: 'Verdi', notificationEmail: 'old@verdi.example' });
const anna = buildUser(rossi);
const world = buildWorld({ branches: [italy], customers: [rossi, verdi], users: [anna] });
const administrator: Actor = {
  ...actors.administrator,
  id: anna.id,
  customerId: rossi.id,
  branchId: italy.id,
};
const member: Actor = { ...actors.member, id: anna.id, customerId: rossi.id, branchId: italy.id };

describe("where an organisation's messages go", () => {
  let database: TestDatabase;
  let service: TestService<IdentityApp>;
  beforeAll(async () => {
    database = await createTestDatabase([identity]);
    service = await startTestService(database, identity);
  });
  beforeEach(async () => {
    await database.clean();
    await service.app.load(world);
    await database.admin.query('delete from identity.outbox');
  });
  afterAll(async () => {
    await service.stop();
    await database.close();
  });

  const rows = async (sql: string) => (await database.admin.query(sql)).rows as Record<string, unknown>[];
  const first = async (actor: Actor, document: string, variables = {}) =>
    Object.values(
      await service.data<Record<string, Record<string, unknown>>>(actor, document, variables),
    )[0] ?? {};
  const request = (email: string, actor = administrator) => first(actor, REQUEST, { email });
  const confirm = (token: string) => first(actors.anonymous, CONFIRM, { token });
  const addresses = () =>
    rows('select name, notification_email as email from identity.customer order by name');
  const unchanged = [
    { name: 'Rossi', email: 'old@rossi.example' },
    { name: 'Verdi', email: 'old@verdi.example' },
  ];
  /** tokens of the links in the letters, oldest first */
  const tokens = async () =>
    (await rows('select data from identity.mail order by id')).map(({ data }) => {
      const { link } = data as { link: { sealedUrl: string } };
      return new URL(secretBox(testSecret, 'mail').open(link.sealedUrl)).hash.slice(1);
    });

  test('R43 changes when the new address confirms, and not before', async () => {
    expect(await request(' new@rossi.example ')).toMatchObject({ pending: { email: 'new@rossi.example' } });
    expect(await addresses()).toEqual(unchanged);
    expect(await service.data(administrator, MINE)).toMatchObject({
      viewer: {
        customer: {
          notificationEmail: 'old@rossi.example',
          viewerCanChangeNotificationEmail: true,
          pendingNotificationEmail: { email: 'new@rossi.example' },
        },
      },
    });
    const [letter] = await rows('select recipient, template from identity.mail');
    expect(letter).toEqual({ recipient: 'new@rossi.example', template: 'notification-address-confirm' });
    const [token = ''] = await tokens();
    expect(await confirm(token)).toEqual({
      __typename: 'ConfirmNotificationEmailSuccess',
      email: 'new@rossi.example',
      organisation: 'Rossi',
    });
    expect(await addresses()).toEqual([{ name: 'Rossi', email: 'new@rossi.example' }, unchanged[1]]);
    const told = await rows(`select payload from identity.outbox where name = '${customerChanged.name}'`);
    expect(told).toMatchObject([{ payload: { version: 2, notificationEmail: 'new@rossi.example' } }]);
    const audited = await rows(`select payload->>'action' as action, payload->>'customerId' as customer
      from identity.outbox where name = 'platform.audit-entry.recorded.v1' order by id`);
    expect(audited).toEqual([
      { action: 'notification-address.change-requested', customer: rossi.id },
      { action: 'notification-address.changed', customer: rossi.id },
    ]);
  });

  test('C24 a link works once: of twenty at once one wins', async () => {
    await request('new@rossi.example');
    const [token = ''] = await tokens();
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(token)));
    expect(answers.filter(({ code }) => code === 'LINK_INVALID')).toHaveLength(19);
    expect(await rows(`select version from identity.customer where id = '${rossi.id}'`)).toEqual([
      { version: 2 },
    ]);
  });

  test('C24 the older of two links, one taken back and one made up change nothing', async () => {
    await request('first@rossi.example');
    await request('second@rossi.example');
    const [older = '', newer = ''] = await tokens();
    expect(await confirm(older)).toMatchObject({ code: 'LINK_INVALID' });
    expect(await first(administrator, CANCEL)).toEqual({ ok: true });
    expect(await confirm(newer)).toMatchObject({ code: 'LINK_INVALID' });
    expect(await confirm('x'.repeat(1_000_000))).toMatchObject({ code: 'LINK_INVALID' });
    expect(await addresses()).toEqual(unchanged);
  });

  test('C41 the token is stored only as its hash, and the letter only sealed', async () => {
    await request('new@rossi.example');
    const [token = ''] = await tokens();
    const [stored] = await rows(
      `select (select string_agg(t::text, '') from identity.one_time_token t)
           || (select string_agg(m::text, '') from identity.mail m)
           || (select string_agg(o::text, '') from identity.outbox o) as everything`,
    );
    expect(token).toHaveLength(43);
    expect(stored?.everything).not.toContain(token);
  });

  test.each([
    ['nobody', 'EMAIL_INVALID'],
    ['a@b.example\r\nBcc: c@d.example', 'EMAIL_INVALID'],
    ['x'.repeat(1_000_000), 'EMAIL_INVALID'],
    ['old@rossi.example', 'NOTIFICATION_ADDRESS_SAME'],
  ])('an address that cannot be one is refused at its field (case %#)', async (email, code) => {
    expect(await request(email)).toMatchObject({ code, fields: [{ path: 'email' }] });
    expect(await rows('select 1 from identity.mail')).toEqual([]);
    expect(await rows('select 1 from identity.one_time_token')).toEqual([]);
  });

  test('at most five addresses an hour are written to', async () => {
    for (let index = 0; index < 5; index++) await request(`new-${index}@rossi.example`);
    expect(await request('one-more@rossi.example')).toMatchObject({ code: 'NOTIFICATION_ADDRESS_OFTEN' });
    expect(await rows('select 1 from identity.mail')).toHaveLength(5);
  });

  test('R43 a member neither changes nor sees the address', async () => {
    const answer = await service.ask(member, REQUEST, { email: 'mine@rossi.example' });
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
    expect(await service.data(member, MINE)).toEqual({
      viewer: {
        customer: {
          notificationEmail: null,
          viewerCanChangeNotificationEmail: false,
          pendingNotificationEmail: null,
        },
      },
    });
    expect(await rows('select 1 from identity.mail')).toEqual([]);
  });
});
