import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IdentityApp, identity } from '@platen/identity';
import { anonymous } from '@platen/platform';
import {
  type TestDatabase,
  type TestService,
  createTestDatabase,
  startTestService,
  testSecret,
} from '@platen/testing';
import { invite } from './admin';
import { type BranchOptions, create } from './branch';

const password = 'seven quiet herons at dusk';
const data = mkdtempSync(join(tmpdir(), 'platen-install-'));
const stranger = anonymous('request-1', 'en');
const netherlands = { code: 'NL', name: 'Platen Nederland', contact: 'info@platen.example', data };
const anouk = { branch: 'NL', email: 'anouk@platen.example', data };

const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename
  ... on SignInSuccess { viewer { kind user { roleName } branch { code } } } } }`;

describe('how a real installation begins', () => {
  let database: TestDatabase;
  let service: TestService<IdentityApp>;
  const environment = process.env;
  beforeAll(async () => {
    database = await createTestDatabase([identity]);
    service = await startTestService(database, identity);
    process.env = {
      ...environment,
      DATABASE_URL: database.adminUrl,
      PLATEN_SECRET: testSecret,
      PLATEN_URL: 'https://print.example.org/',
    };
  });
  beforeEach(() => database.clean());
  afterAll(async () => {
    process.env = environment;
    rmSync(data, { recursive: true });
    await service.stop();
    await database.close();
  });

  /** What a command printed. */
  async function printed(command: () => Promise<void>): Promise<string> {
    const written: string[] = [];
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    await command().finally(() => spy.mockRestore());
    return written.join('');
  }
  const make = (options: Partial<BranchOptions> = {}) =>
    printed(() => create({ ...netherlands, ...options }));
  const link = async (options: Partial<Parameters<typeof invite>[0]> = {}) =>
    /^https:\/\/print\.example\.org\/invitation#(\S+)\n/.exec(
      await printed(() => invite({ ...anouk, ...options })),
    )?.[1] ?? '';
  const accept = async (token: string) => {
    const input = { token, firstName: 'Anouk', lastName: 'de Wit', phone: '+31 20 000 0201', password };
    return (await service.ask(stranger, ACCEPT, { input })).data?.acceptInvitation;
  };
  const signIn = (email = anouk.email) => service.ask(stranger, SIGN_IN, { input: { email, password } });
  const rows = async (sql: string) => (await database.admin.query(sql)).rows;
  const acts = () =>
    rows(`select payload->>'action' as action, payload->'facts' as facts from identity.outbox
          where payload ? 'action' order by id`);
  const file = (content: string) => {
    const path = join(data, 'settings.json');
    writeFileSync(path, content);
    return path;
  };

  test('a branch, a link printed once, and its owner signs in and may do the rest', async () => {
    expect(await make()).toMatch(/^Branch NL is made\. Next: platen admin invite --branch NL/);
    const output = await printed(() => invite(anouk));
    const [token] = /(?<=#)\S+/.exec(output) ?? [''];
    expect(output.split(token)).toHaveLength(2);
    expect(await rows(`select 1 from identity.mail`)).toEqual([]);
    expect(await rows(`select 1 from identity.outbox where payload::text like '%${token}%'`)).toEqual([]);

    expect(await accept(token)).toEqual({ __typename: 'AcceptInvitationSuccess' });
    const { data: answer, session } = await signIn();
    expect(answer?.signIn).toEqual({
      __typename: 'SignInSuccess',
      viewer: { kind: 'STAFF', user: { roleName: 'Branch administrator' }, branch: { code: 'NL' } },
    });
    const credentials = { bearer: null, acceptLanguage: null, requestId: 'request-2' };
    const actor = await service.app.access.resolve({ ...credentials, sessionToken: session?.token ?? null });
    expect([...(actor?.rights ?? [])]).toEqual(
      expect.arrayContaining(['branch:manage', 'staff:manage', 'customer:manage', 'audit:read']),
    );
    expect(await accept(token)).toEqual({ __typename: 'InvitationGoneError' });
  });

  test('a branch has its first version, the given roles, and the others hear of it', async () => {
    await make({ file: file('{"brand":{"name":"Drukwerk","color":"#1d5a52","logoUrl":null}}') });
    expect(
      await rows(`select b.code, b.version, b.settings->>'timeZone' as zone, b.settings->'brand'->>'name' as brand,
                         v.settings = b.settings as kept
                  from identity.branch b join identity.branch_version v on v.branch_id = b.id and v.version = 1`),
    ).toEqual([{ code: 'NL', version: 1, zone: 'Europe/Amsterdam', brand: 'Drukwerk', kept: true }]);
    expect(await rows(`select name from identity.role where customer_id is null order by name`)).toEqual(
      ['Branch administrator', 'Finance', 'Logistics', 'Service desk'].map((name) => ({ name })),
    );
    expect(await rows(`select 1 from identity.outbox where payload->>'code' = 'NL'`)).toHaveLength(1);
    expect(await acts()).toEqual([{ action: 'branch.created', facts: { code: 'NL' } }]);
  });

  test('of many that make the same branch at once one does', async () => {
    const all = await printed(async () => {
      const made = await Promise.allSettled(Array.from({ length: 5 }, () => create(netherlands)));
      expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
    expect(all.split('\n')).toHaveLength(2);
    await expect(make()).rejects.toThrow('There is a branch NL already.');
    expect(await rows(`select count(*)::int as n from identity.role`)).toEqual([{ n: 4 }]);
  });

  test('a second link takes the place of the first; an administrated branch needs a reason', async () => {
    await make();
    const first = await link();
    const second = await link();
    expect(await accept(first)).toEqual({ __typename: 'InvitationGoneError' });
    await accept(second);
    const other = { email: 'bram@platen.example' };
    await expect(link(other)).rejects.toThrow('The branch NL has an administrator');
    await expect(link({ ...other, force: ' ' })).rejects.toThrow('--force: Say why');
    const before = await acts();
    const third = await link({ ...other, force: 'Anouk left the company' });
    expect((await acts()).slice(before.length)).toMatchObject([
      { action: 'user.invited', facts: { reason: 'Anouk left the company' } },
    ]);
    expect(await accept(third)).toEqual({ __typename: 'AcceptInvitationSuccess' });
    await expect(link({ force: 'again' })).rejects.toThrow('signs in with this address already');
  });

  test.each<[string, Partial<BranchOptions>, string]>([
    ['a small code', { code: 'nl' }, '--code: Two to ten capital letters'],
    ['no code', { code: '' }, '--code'],
    ['a huge code', { code: 'N'.repeat(1_000_000) }, '--code'],
    ['no contact', { contact: undefined }, 'contacts: A way to reach the branch is needed: --contact'],
    ['a contact that is no address', { contact: 'me' }, 'contacts.0.mail: This is not an e-mail address.'],
    ['no name', { name: '  ' }, 'name: Please fill this in.'],
    ['NUL in the name', { name: 'Platen\0' }, 'name: This contains characters that cannot be stored.'],
    ['a file that is not there', { file: '/nowhere.json' }, '--file /nowhere.json cannot be read'],
  ])('%s makes no branch', async (_what, options, words) => {
    await expect(make(options)).rejects.toThrow(words);
    expect(await rows(`select 1 from identity.branch union all select 1 from identity.outbox`)).toEqual([]);
  });

  test.each([
    ['{', 'cannot be read as JSON'],
    ['[]', 'must hold one group'],
    ['{"timeZone":"Europe/Nowhere"}', '  timeZone: No time zone has this name.'],
    ['{"timezone":"UTC"}', '  timezone: There is no such setting.'],
    ['{"locale":"de"}', '  locale: This is not one of the choices.'],
    ['{"ordering":{"cutOff":12}}', '  ordering.cutOff: This must be a text.'],
  ])('a file with %s makes no branch', async (content, words) => {
    await expect(make({ file: file(content) })).rejects.toThrow(words);
    expect(await rows(`select 1 from identity.branch`)).toEqual([]);
  });

  test.each([
    ['an unknown branch', { branch: 'IT' }, 'There is no branch IT. Make it first'],
    ['no address', { email: '' }, 'This is not an e-mail address.'],
    ['two addresses', { email: 'a@b.example\r\nBcc: c@d.example' }, 'This is not an e-mail address.'],
    ['an address in the reason', { force: 'ask me@platen.example' }, '--force: Say why on one line'],
  ])('%s invites nobody', async (_what, options, words) => {
    await make();
    await expect(link(options)).rejects.toThrow(words);
    expect(await rows(`select 1 from identity.invitation`)).toEqual([]);
  });

  test('a database that is not prepared, or does not answer, says what to do', async () => {
    const empty = await createTestDatabase([]);
    process.env.DATABASE_URL = empty.adminUrl;
    await expect(make()).rejects.toThrow('Run: platen migrate');
    await empty.close();
    process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none';
    await expect(make()).rejects.toThrow('The database does not answer');
    process.env.DATABASE_URL = database.adminUrl;
  });
});
