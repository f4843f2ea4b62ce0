import type { Actor } from '@platen/platform';
import {
  type TestDatabase,
  type TestService,
  buildBranch,
  buildCustomer,
  buildSettings,
  buildWorld,
  createTestDatabase,
  startTestService,
  statementsOf,
} from '@platen/testing';
import { actors } from '../../test/actors';
import { buildUser } from '../../test/factories';
import { type IdentityApp, identity } from '../index';

const LIST = `query ($first: Int, $after: String, $search: String) {
  customers(first: $first, after: $after, search: $search) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { name branch { code } } } } }`;
const ENTITIES = `query ($ids: [_Any!]!) { _entities(representations: $ids) {
  ... on Customer { number } ... on User { email } ... on Branch { code } } }`;

const italy = buildBranch();
const netherlands = buildBranch({
  code: 'NL',
  settings: buildSettings({ locale: 'nl', passwordHelp: 'provider' }),
});
const rossi = buildCustomer(italy, { name: 'Rossi 100 %', number: 'IT-1' });
const verdi = buildCustomer(italy, { name: 'Verdi', number: 'IT-2' });
const dijk = buildCustomer(netherlands, { name: 'Van Dijk', number: 'NL-1' });
const anna = buildUser(rossi);
const marco = buildUser(rossi, { role: 'Member' });
const paolo = buildUser(verdi);
const world = buildWorld({
  branches: [italy, netherlands],
  customers: [rossi, verdi, dijk],
  users: [anna, marco, paolo],
});

const desk: Actor = { ...actors.staff, branchId: italy.id };
const member: Actor = { ...actors.member, id: marco.id, customerId: rossi.id, branchId: italy.id };
const administrator: Actor = {
  ...actors.administrator,
  id: anna.id,
  customerId: rossi.id,
  branchId: italy.id,
};

describe('customers, users and branches', () => {
  let database: TestDatabase;
  let service: TestService<IdentityApp>;
  beforeAll(async () => {
    database = await createTestDatabase([identity]);
    service = await startTestService(database, identity);
    await service.app.load(world);
  });
  afterAll(async () => {
    await service.stop();
    await database.close();
  });

  const list = async (actor: Actor, variables: Record<string, unknown> = {}) =>
    (await service.data<{ customers: CustomerList }>(actor, LIST, variables)).customers;
  const namesIn = (page: CustomerList) => page.edges.map(({ node }) => node.name);
  const entity = async (actor: Actor, __typename: string, id: string) =>
    (await service.data<{ _entities: unknown[] }>(actor, ENTITIES, { ids: [{ __typename, id }] }))
      ._entities[0];

  interface CustomerList {
    readonly totalCount: number | null;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly {
      readonly node: { readonly name: string; readonly branch: { readonly code: string } };
    }[];
  }

  test('R33 staff see the customers of their own branch, by name', async () => {
    const page = await list(desk);
    expect(namesIn(page)).toEqual(['Rossi 100 %', 'Verdi']);
    expect(page).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
    expect(page.edges[0]?.node.branch.code).toBe('IT');
  });

  test('pages follow each other without gap or repetition', async () => {
    const first = await list(desk, { first: 1 });
    const second = await list(desk, { first: 1, after: first.pageInfo.endCursor });
    expect([...namesIn(first), ...namesIn(second)]).toEqual(['Rossi 100 %', 'Verdi']);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  test.each([
    ['verd', ['Verdi']],
    ['it-1', ['Rossi 100 %']],
    ['%', ['Rossi 100 %']],
    ['_', []],
    ["'; drop table customer; --\0", []],
    ['Dijk', []],
  ])('C33 a search for %j finds %j', async (search, names) => {
    const page = await list(desk, { search });
    expect(namesIn(page)).toEqual(names);
    expect(page.totalCount).toBe(names.length);
  });

  test.each([
    [actors.anonymous, 'UNAUTHENTICATED'],
    [administrator, 'UNAUTHORIZED'],
    [member, 'UNAUTHORIZED'],
    [{ ...actors['staff without rights'], branchId: italy.id }, 'UNAUTHORIZED'],
  ])('C1 the list is refused to $kind', async (actor, code) => {
    const result = await service.ask(actor, LIST);
    expect(result.errors?.[0]?.extensions.code).toBe(code);
    expect(result.data?.customers ?? null).toBeNull();
  });

  test('a list costs the same statements whatever its length', async () => {
    const one = await statementsOf(() => list(desk, { first: 1 }));
    const two = await statementsOf(() => list(desk, { first: 2 }));
    expect(one).toHaveLength(2);
    expect(two).toEqual(one);
  });

  test.each([
    ['own customer', member, 'Customer', rossi.id, { number: 'IT-1' }],
    ['foreign customer', member, 'Customer', verdi.id, null],
    ['unknown customer', member, 'Customer', '00000000-0000-7000-8000-000000000999', null],
    ['id that is none', member, 'Customer', "x' or 1=1", null],
    ['customer of the own branch', desk, 'Customer', verdi.id, { number: 'IT-2' }],
    ['customer of another branch', desk, 'Customer', dijk.id, null],
    ['oneself', member, 'User', marco.id, { email: marco.email }],
    ['a colleague, to a member', member, 'User', anna.id, null],
    ['a colleague, to the administrator', administrator, 'User', marco.id, { email: marco.email }],
    ['a stranger, to the administrator', administrator, 'User', paolo.id, null],
    ['a user, to staff of his branch', desk, 'User', paolo.id, { email: paolo.email }],
    ['a user, to nobody in particular', actors.anonymous, 'User', anna.id, null],
    ['a branch', actors.anonymous, 'Branch', netherlands.id, { code: 'NL' }],
  ])('C3 C6 reference: %s', async (_case, actor, type, id, expected) => {
    expect(await entity(actor, type, id)).toEqual(expected);
  });

  test('references of one request are one statement', async () => {
    const ids = [anna.id, marco.id, paolo.id].map((id) => ({ __typename: 'User', id }));
    expect(await statementsOf(() => service.data(administrator, ENTITIES, { ids }))).toHaveLength(1);
  });

  test.each([
    [actors.anonymous, { code: 'NL' }, 'NL'],
    [actors.anonymous, { code: 'nl' }, 'NL'],
    [{ ...actors.anonymous, locale: 'nl' as const }, {}, 'NL'],
    [actors.anonymous, {}, 'IT'],
    [member, {}, 'IT'],
  ])('R89 the sign-in page of %# is that of a branch', async (actor, variables, code) => {
    const document = 'query ($code: String) { branch(code: $code) { code passwordHelp } }';
    const { branch } = await service.data<{ branch: { code: string; passwordHelp: string } }>(
      actor,
      document,
      variables,
    );
    expect(branch).toEqual({ code, passwordHelp: code === 'NL' ? 'PROVIDER' : 'ORGANISATION_ADMINISTRATOR' });
  });

  test('a branch that does not exist is bad input', async () => {
    const result = await service.ask(actors.anonymous, '{ branch(code: "XX") { code } }');
    expect(result.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
