import type { Actor } from '@platen/platform';
import {
  type TestDatabase,
  type TestService,
  buildBranch,
  buildCustomer,
  buildWorld,
  createTestDatabase,
  startTestService,
  statementsOf,
} from '@platen/testing';
import { actors } from '../../test/actors';
import { buildUser } from '../../test/factories';
import { type IdentityApp, identity } from '../index';
import { roleIdOf } from '../world/given-roles-of';

const LIST = `query ($first: Int, $after: String, $filter: UserFilterInput, $customerId: ID) {
  users(first: $first, after: $after, filter: $filter, customerId: $customerId) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id firstName lastName email state rights grantedRights role { name people } invitedBy { lastName }
      viewerCanUpdate viewerCanChangeRights viewerCanErase } } } }`;
const ONE = `query ($id: ID!) { user(id: $id) { email state lastName } }`;

const italy = buildBranch();
const netherlands = buildBranch({ code: 'NL' });
const rossi = buildCustomer(italy, { name: 'Rossi' });
const verdi = buildCustomer(italy, { name: 'Verdi' });
const dijk = buildCustomer(netherlands, { name: 'Van Dijk' });
const anna = buildUser(rossi, { lastName: 'Neri', email: 'anna@rossi.example' });
const marco = buildUser(rossi, { firstName: 'Marco', lastName: 'Bianchi', role: 'Member' });
const luca = buildUser(rossi, { firstName: 'Luca', lastName: 'Conti', role: 'Member' });
const paolo = buildUser(verdi, { lastName: 'Verdi' });
const joost = buildUser(dijk, { lastName: 'Van Dijk' });
const giulia = buildUser(italy, { lastName: 'Sala' });
const world = buildWorld({
  branches: [italy, netherlands],
  customers: [rossi, verdi, dijk],
  users: [anna, marco, luca, paolo, joost, giulia],
});

const administrator: Actor = {
  ...actors.administrator,
  id: anna.id,
  customerId: rossi.id,
  branchId: italy.id,
};
const desk: Actor = { ...actors.staff, id: giulia.id, branchId: italy.id };
const unknown = '00000000-0000-7000-8000-000000000999';

interface UserList {
  readonly totalCount: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: Record<string, unknown> }[];
}

describe('the people of an organisation', () => {
  let database: TestDatabase;
  let service: TestService<IdentityApp>;
  beforeAll(async () => {
    database = await createTestDatabase([identity]);
    service = await startTestService(database, identity);
  });
  afterAll(async () => {
    await service.stop();
    await database.close();
  });
  beforeEach(async () => {
    await database.clean();
    await service.app.load(world);
  });

  const sql = (text: string, values: unknown[] = []) => database.admin.query(text, values);
  const list = async (actor: Actor, variables: Record<string, unknown> = {}) =>
    (await service.data<{ users: UserList }>(actor, LIST, variables)).users;
  const namesIn = (page: UserList) => page.edges.map(({ node }) => node.lastName);
  const one = async (actor: Actor, id: string) => (await service.ask(actor, ONE, { id })).data?.user;
  const looks = async () =>
    (
      await sql("select payload from identity.outbox where name = 'platform.audit-entry.recorded.v1'")
    ).rows.map(({ payload }: { payload: Record<string, unknown> }) => payload);

  test('an administrator sees those of the own organisation, by name', async () => {
    const page = await list(administrator);
    expect(namesIn(page)).toEqual(['Bianchi', 'Conti', 'Neri']);
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } });
    expect(await looks()).toEqual([]);
  });

  test('each with state, role, rights, and what the viewer may do', async () => {
    await sql(
      `update identity.user_account set granted_rights = '{invoice:read,moon:land}', password_hash = null,
         invited_by = $2 where id = $1`,
      [marco.id, anna.id],
    );
    const [first, , last] = (await list(administrator)).edges;
    expect(first?.node).toMatchObject({
      state: 'INVITED',
      role: { name: 'Member', people: 2 },
      grantedRights: ['invoice:read'],
      rights: expect.arrayContaining(['invoice:read', 'order:place']),
      invitedBy: { lastName: 'Neri' },
      viewerCanUpdate: true,
      viewerCanErase: true,
    });
    expect(last?.node).toMatchObject({ id: anna.id, viewerCanChangeRights: false, viewerCanErase: false });
  });

  test('pages follow each other without gap or repetition, also where names are the same', async () => {
    await sql(`update identity.user_account set first_name = 'Sara', last_name = 'Sala'`);
    const first = await list(administrator, { first: 2 });
    const second = await list(administrator, { first: 2, after: first.pageInfo.endCursor });
    const ids = [...first.edges, ...second.edges].map(({ node }) => node.id);
    expect(ids.toSorted()).toEqual([anna.id, luca.id, marco.id].toSorted());
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  test.each([
    [{ search: 'marco bianchi' }, ['Bianchi']],
    [{ search: 'Bianchi Marco' }, ['Bianchi']],
    [{ search: 'ANNA@' }, ['Neri']],
    [{ search: '%' }, []],
    [{ search: '   ' }, ['Bianchi', 'Conti', 'Neri']],
    [{ search: "'; drop table user_account; --\0" }, []],
    [{ search: 'x'.repeat(100_000) }, []],
    [{ state: 'DEACTIVATED' }, ['Conti']],
    [{ state: 'ERASED' }, []],
    [{ roleId: roleIdOf(italy.id, rossi.id, 'Member') }, ['Bianchi', 'Conti']],
    [{ roleId: roleIdOf(italy.id, verdi.id, 'Member') }, []],
    [{ roleId: 'x' }, []],
    [{ right: 'user:manage' }, ['Neri']],
    [{ right: 'invoice:read' }, ['Bianchi', 'Neri']],
    [{ right: 'moon:land' }, []],
  ])('C33 narrowed to %j', async (filter, names) => {
    await sql(`update identity.user_account set deactivated_at = now() where id = $1`, [luca.id]);
    await sql(`update identity.user_account set granted_rights = '{invoice:read}' where id = $1`, [marco.id]);
    const page = await list(administrator, { filter });
    expect(namesIn(page)).toEqual(names);
    expect(page.totalCount).toBe(names.length);
  });

  test('somebody who was erased is listed when asked for, under a pseudonym', async () => {
    await sql(
      `update identity.user_account set first_name = '', last_name = '', erased_at = now(), deactivated_at = now()
       where id = $1`,
      [luca.id],
    );
    expect(namesIn(await list(administrator))).toEqual(['Bianchi', 'Neri']);
    const page = await list(administrator, { filter: { state: 'ERASED' } });
    expect(page.edges[0]?.node).toMatchObject({
      firstName: `Former user ${luca.id.slice(-4).toUpperCase()}`,
      lastName: '',
      email: '',
      viewerCanUpdate: false,
    });
  });

  test('a cursor of somewhere else is refused or finds nothing', async () => {
    const forged = Buffer.from(JSON.stringify(['a', 'b', 'c'])).toString('base64url');
    expect(namesIn(await list(administrator, { after: forged }))).toEqual([]);
    const result = await service.ask(administrator, LIST, { after: 'nonsense' });
    expect(result.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test.each([
    [actors.anonymous, 'UNAUTHENTICATED'],
    [{ ...administrator, rights: new Set(['order:read'] as const) }, 'UNAUTHORIZED'],
    [{ ...desk, rights: new Set(['order:read'] as const) }, 'UNAUTHORIZED'],
  ])('C1 the list is refused to %#', async (actor, code) => {
    const result = await service.ask(actor, LIST, { customerId: rossi.id });
    expect(result.errors?.[0]?.extensions.code).toBe(code);
  });

  test('C40 staff see the people of a customer of their branch, and the log keeps whom they saw', async () => {
    expect(namesIn(await list(desk, { customerId: rossi.id }))).toEqual(['Bianchi', 'Conti', 'Neri']);
    const users = [anna.id, luca.id, marco.id].toSorted();
    expect(await looks()).toMatchObject([
      {
        action: 'personal-data.viewed',
        actor: { kind: 'staff', id: giulia.id },
        customerId: rossi.id,
        target: { kind: 'customer', id: rossi.id },
        facts: { users },
      },
    ]);
    expect(await one(desk, marco.id)).toMatchObject({ lastName: 'Bianchi' });
    expect(await looks()).toHaveLength(2);
    expect(await one(desk, giulia.id)).toMatchObject({ lastName: 'Sala' });
    expect(await looks()).toHaveLength(2);
  });

  test.each([
    ['another branch', dijk.id],
    ['nowhere', unknown],
    ['what is no id', "x' or 1=1"],
  ])('C6 staff see nobody of %s', async (_case, customerId) => {
    expect(await list(desk, { customerId })).toMatchObject({ edges: [], totalCount: 0 });
    expect(await looks()).toEqual([]);
  });

  test.each([
    ['another customer', paolo.id],
    ['the staff', giulia.id],
    ['another branch', joost.id],
    ['nowhere', unknown],
    ['what is no id', 'x'],
  ])('C6 R33 an administrator finds nobody of %s', async (_case, id) => {
    expect(await one(administrator, id)).toBeNull();
    expect(namesIn(await list(administrator, { customerId: verdi.id }))).toEqual([]);
  });

  test('a list costs the same statements whatever its length', async () => {
    const document = `query ($first: Int) { users(first: $first) { edges { node { lastName role { people } } } } }`;
    const one = await statementsOf(() => service.data(administrator, document, { first: 1 }));
    const many = await statementsOf(() => service.data(administrator, document, { first: 3 }));
    expect(many).toHaveLength(2);
    expect(many).toEqual(one);
  });
});
