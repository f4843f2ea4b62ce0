import { statementsOf } from '@platen/testing';
import {
  actorOf,
  actors,
  bianchi,
  foreignRegistrar,
  jansen,
  memberId,
  netherlands,
  registrar,
  rossi,
} from '../../test/actors';
import { buildCustomer, buildDevice, buildMember, buildSite } from '../../test/factories';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();

const CREATE = `mutation ($input: CreateSiteInput!) { createSite(input: $input) { __typename
  ... on CreateSiteSuccess { site { id name postalCode country deliveryInstructions viewerCanUpdate
    deliveryContact { name email phone } } warnings { path message } }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code message } } }`;
const UPDATE = `mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { __typename
  ... on UpdateSiteSuccess { site { id name street deliveryContact { name email phone } } warnings { path } }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code message } } }`;
const CLOSE = `mutation ($input: CloseSiteInput!) { closeSite(input: $input) { __typename
  ... on CloseSiteSuccess { siteId } ... on SiteInUseError { deviceCount }
  ... on UserError { code message } } }`;
const LIST = `query ($filter: SiteFilter, $first: Int, $after: String) {
  sites(filter: $filter, first: $first, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { id name deviceCount customerId closedAt deliveryContact { name } } } } }`;

type Answer = Record<string, unknown> & {
  readonly __typename: string;
  readonly site: { readonly id: string };
};
type Actor = Parameters<typeof fleet.data>[0];

const milano = buildSite();
const torino = buildSite({ name: 'Torino', street: 'Corso Re Umberto 8', city: 'Torino' });
const elsewhere = buildSite({ customerId: bianchi, name: 'Bianchi' });
const machines = [buildDevice(milano), buildDevice(milano), buildDevice(torino)];

beforeEach(async () => {
  await fleet.load({
    customers: [
      buildCustomer(),
      buildCustomer({ id: bianchi, number: '100731', name: 'Bianchi' }),
      buildCustomer({ id: jansen, number: '200', name: 'Jansen', branchId: netherlands }),
    ],
    sites: [milano, torino, elsewhere],
    devices: machines,
  });
  await fleet.forgetEvents();
});

let keys = 0;
const place = (changes: Record<string, unknown> = {}) => ({
  idempotencyKey: `new-place-${keys++}`,
  name: 'Bari',
  street: 'Lungomare Starita 3',
  postalCode: '70132',
  city: 'Bari',
  country: 'it',
  ...changes,
});
const act =
  (field: string, document: string) =>
  async (input: Record<string, unknown>, actor: Actor = actors.administrator) =>
    (await fleet.data<Record<string, Answer>>(actor, document, { input }))[field] as Answer;
const create = act('createSite', CREATE);
const update = act('updateSite', UPDATE);
const close = act('closeSite', CLOSE);
const names = async (actor: Actor, variables: Record<string, unknown> = {}) =>
  (
    await fleet.data<{ sites: { edges: { node: { name: string } }[] } }>(actor, LIST, variables)
  ).sites.edges.map(({ node }) => node.name);
const told = () => fleet.events<Record<string, unknown>>('fleet.device.changed.v1');
const audited = async () =>
  (await fleet.events<{ action: string; facts: unknown }>('platform.audit-entry.recorded.v1')).map(
    ({ action, facts }) => ({ action, facts }),
  );
const stored = () => fleet.rows('select * from fleet.site order by id');

test('R20 an administrator adds a place with who takes deliveries', async () => {
  expect(
    await create(
      place({
        deliveryContactName: 'Lucia Greco',
        deliveryContactPhone: '+39 080 1',
        deliveryInstructions: 'Gate 3\r\nring',
      }),
    ),
  ).toMatchObject({
    __typename: 'CreateSiteSuccess',
    site: {
      name: 'Bari',
      country: 'IT',
      deliveryContact: { name: 'Lucia Greco', email: null, phone: '+39 080 1' },
      deliveryInstructions: 'Gate 3\nring',
      viewerCanUpdate: true,
    },
    warnings: [],
  });
  expect(await fleet.rows(`select customer_id from fleet.site where name = 'Bari'`)).toEqual([
    { customer_id: rossi },
  ]);
  expect(await audited()).toEqual([{ action: 'site.created', facts: { country: 'IT' } }]);
});

test('staff add places for organisations of their branch, and for no others', async () => {
  expect(await create(place({ customerId: bianchi }), registrar)).toMatchObject({
    __typename: 'CreateSiteSuccess',
  });
  for (const customerId of [null, jansen, '00000000-0000-7000-8000-00000000ffff', 'no id'])
    expect(await create(place({ customerId, name: 'X' }), registrar)).toMatchObject({
      code: 'CUSTOMER_NOT_FOUND',
    });
  expect(await create(place({ customerId: bianchi }))).toMatchObject({ code: 'CUSTOMER_NOT_FOUND' });
  expect(await fleet.rows(`select name, customer_id from fleet.site where name in ('Bari', 'X')`)).toEqual([
    { name: 'Bari', customer_id: bianchi },
  ]);
});

test('R30 who sees only some machines adds and changes no places', async () => {
  const manager = actorOf('user', ['device:read', 'equipment:manage'], { id: memberId });
  await fleet.load({ users: [buildMember([machines[0]?.id ?? ''])] });
  expect(await create(place(), manager)).toMatchObject({ code: 'CUSTOMER_NOT_FOUND' });
  expect(await update({ siteId: milano.id, name: 'Mine' }, manager)).toMatchObject({
    code: 'SITE_NOT_FOUND',
  });
  expect(await names(manager)).toEqual(['Milano']);
});

test('C50 the same key adds once, two places of one name are refused, in parallel too', async () => {
  const first = place();
  await Promise.all(Array.from({ length: 5 }, () => create(first)));
  const others = await Promise.all(Array.from({ length: 5 }, () => create(place({ name: 'Genova' }))));
  expect(others.map(({ __typename }) => __typename).sort()).toEqual([
    'CreateSiteSuccess',
    ...Array.from({ length: 4 }, () => 'InvalidInputError'),
  ]);
  expect(await create(place({ name: ' MILANO ' }))).toMatchObject({
    fields: [{ path: 'name', message: 'Another location of this organisation already has this name.' }],
  });
  expect(await names(actors.administrator)).toEqual(['Bari', 'Genova', 'Milano', 'Torino']);
});

test('bad texts are told by field, an unusual postal code is stored with a warning', async () => {
  const bad = await create(
    place({
      name: ' ',
      street: 'a\u0007b',
      country: 'XX',
      deliveryContactEmail: 'nobody',
      city: 'x'.repeat(81),
    }),
  );
  expect((bad as unknown as { fields: { path: string }[] }).fields.map(({ path }) => path)).toEqual([
    'name',
    'street',
    'city',
    'country',
    'deliveryContactEmail',
  ]);
  expect(await create(place({ postalCode: '7013' }))).toMatchObject({
    site: { postalCode: '7013' },
    warnings: [{ path: 'postalCode' }],
  });
  expect(await create(place({ name: 'Utrecht', country: 'nl', postalCode: '3542 aa' }))).toMatchObject({
    site: { postalCode: '3542 AA' },
    warnings: [],
  });
});

test('a changed place is told for each machine that stands there, by few statements', async () => {
  const changing = async (street: string) =>
    statementsOf(() => update({ siteId: milano.id, street, deliveryContactEmail: null }));
  const few = await changing('Via Roma 2');
  expect(await told()).toHaveLength(2);
  expect((await told())[0]).toMatchObject({ version: 2, site: { street: 'Via Roma 2' } });
  await fleet.load({ devices: Array.from({ length: 50 }, () => buildDevice(milano)) });
  await fleet.forgetEvents();
  const many = await changing('Via Roma 3');
  expect(await told()).toHaveLength(52);
  expect(many.length).toBe(few.length);
  expect(await audited()).toEqual([{ action: 'site.changed', facts: { changed: ['street'] } }]);
});

test('what does not change tells nobody anything', async () => {
  expect(await update({ siteId: milano.id, name: 'Milano', city: null })).toMatchObject({
    __typename: 'UpdateSiteSuccess',
  });
  expect(await told()).toEqual([]);
  expect(await audited()).toEqual([]);
});

test('a place closes when nothing stands there any more', async () => {
  expect(await close({ siteId: milano.id })).toMatchObject({ code: 'SITE_IN_USE', deviceCount: 2 });
  await fleet.rows(`update fleet.device set retired_at = now(), lifecycle = 'retired' where site_id = $1`, [
    milano.id,
  ]);
  expect(await close({ siteId: milano.id })).toEqual({ __typename: 'CloseSiteSuccess', siteId: milano.id });
  expect(await close({ siteId: milano.id })).toMatchObject({ code: 'SITE_NOT_FOUND' });
  expect(await update({ siteId: milano.id, name: 'Open' })).toMatchObject({ code: 'SITE_NOT_FOUND' });
  expect(await names(actors.administrator)).toEqual(['Torino']);
  expect(await names(actors.administrator, { filter: { closed: true } })).toEqual(['Milano']);
  // its name is free again
  expect(await create(place({ name: 'Milano' }))).toMatchObject({ __typename: 'CreateSiteSuccess' });
});

test.each([
  ['unknown', '00000000-0000-7000-8000-00000000ffff'],
  ["another customer's", elsewhere.id],
  ['malformed', 'no id'],
])('C6 an %s place is not found, all alike, and stays as it is', async (_, siteId) => {
  const before = await stored();
  expect(await update({ siteId, name: 'Mine' })).toMatchObject({ code: 'SITE_NOT_FOUND' });
  expect(await close({ siteId })).toMatchObject({ code: 'SITE_NOT_FOUND' });
  expect(await update({ siteId, name: 'Mine' }, foreignRegistrar)).toMatchObject({
    code: 'SITE_NOT_FOUND',
  });
  expect(await stored()).toEqual(before);
});

test('without the right nothing runs, and nobody learns who takes deliveries', async () => {
  for (const [document, input] of [
    [CREATE, place()],
    [UPDATE, { siteId: milano.id, name: 'Mine' }],
    [CLOSE, { siteId: torino.id }],
  ] as const)
    expect((await fleet.ask(actors.member, document, { input })).errors?.[0]?.extensions.code).toBe(
      'UNAUTHORIZED',
    );
  const one = `query ($id: ID!) { site(id: $id) { name deliveryContact { name } viewerCanUpdate } }`;
  await fleet.load({ users: [buildMember([machines[0]?.id ?? ''])] });
  expect(await fleet.data(actors.member, one, { id: milano.id })).toEqual({
    site: { name: 'Milano', deliveryContact: null, viewerCanUpdate: false },
  });
  expect(await fleet.data(actors.member, one, { id: torino.id })).toEqual({ site: null });
});

test('a list is narrowed by text and by organisation, and paged', async () => {
  expect(await names(actors.administrator, { filter: { search: 'umberto' } })).toEqual(['Torino']);
  expect(await names(actors.administrator, { filter: { search: '%' } })).toEqual([]);
  expect(await names(registrar, { filter: { customerId: bianchi } })).toEqual(['Bianchi']);
  expect(await names(registrar, { filter: { customerId: 'no id' } })).toEqual([]);
  expect(await names(foreignRegistrar)).toEqual([]);
  const first = await fleet.data<{ sites: { pageInfo: { endCursor: string } } }>(registrar, LIST, {
    first: 2,
  });
  expect(await names(registrar, { first: 2, after: first.sites.pageInfo.endCursor })).toEqual(['Torino']);
});
