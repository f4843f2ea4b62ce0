import { randomUUID } from 'node:crypto';
import { anonymous } from '@platen/platform';
import { statementsOf } from '@platen/testing';
import { buildTicket } from '../../test/factories';
import { desk, dijk, member, noon, rossi, useServiceTickets, verdi } from '../../test/use-service-tickets';

const LIST = `query ($first: Int, $after: String, $filter: TicketFilter) {
  tickets(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { node { id number subject status openedAt device { id } } } } }`;
const ENTITIES = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
  ... on ServiceTicket { subject } ... on Device { id openTickets { subject } } } }`;

interface List {
  readonly tickets: {
    readonly totalCount: number | null;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly { readonly node: { readonly subject: string } }[];
  };
}

const { load, seeOnly, data, ask } = useServiceTickets();
const list = async (actor = member, variables: Record<string, unknown> = {}) =>
  (await data<List>(actor, LIST, variables)).tickets;
const subjects = async (actor = member, variables: Record<string, unknown> = {}) =>
  (await list(actor, variables)).edges.map(({ node }) => node.subject);
const reference = async (__typename: string, id: string, actor = member) =>
  (await data<{ _entities: unknown[] }>(actor, ENTITIES, { refs: [{ __typename, id }] }))._entities[0];

const [jammed, silent] = [randomUUID(), randomUUID()];

describe('the list of tickets', () => {
  test('R44 R46 all of the own customer, newest first, with status and device', async () => {
    const ticket = buildTicket(rossi, { deviceId: jammed, status: 'waiting', openedDaysAgo: 0.5 });
    await load([
      buildTicket(rossi, { subject: 'old', openedDaysAgo: 400, status: 'closed' }),
      ticket,
      buildTicket(verdi),
    ]);
    const page = await list();
    expect(page.totalCount).toBe(2);
    expect(page.edges[0]?.node).toEqual({
      id: ticket.id,
      number: '7200001',
      subject: ticket.subject,
      status: 'WAITING',
      openedAt: '2026-11-20T00:00:00.000Z',
      device: { id: jammed },
    });
    expect(page.edges[1]?.node).toMatchObject({ subject: 'old', status: 'CLOSED', device: null });
  });

  test('R33 staff see those of their own branch', async () => {
    await load([buildTicket(rossi), buildTicket(verdi), buildTicket(dijk)]);
    expect(await list(desk)).toMatchObject({ totalCount: 2 });
  });

  test('C5 R30 a user sees tickets of the devices given to him only, and loses them with the device', async () => {
    await load([
      buildTicket(rossi, { subject: 'jam', deviceId: jammed }),
      buildTicket(rossi, { subject: 'silent', deviceId: silent }),
      buildTicket(rossi, { subject: 'in general' }),
    ]);
    expect(await list()).toMatchObject({ totalCount: 3 });
    seeOnly(jammed);
    expect(await subjects()).toEqual(['jam']);
    expect(await list()).toMatchObject({ totalCount: 1 });
    seeOnly();
    expect(await subjects()).toEqual([]);
  });

  test.each([
    [{ open: true }, ['jam', 'in general']],
    [{ open: false }, ['done']],
    [{ deviceId: jammed }, ['jam', 'done']],
    [{ deviceId: jammed, open: true }, ['jam']],
    [{ deviceId: silent }, []],
    [{ deviceId: 'no id' }, []],
    [{}, ['jam', 'done', 'in general']],
  ])('narrowed to %j', async (filter, expected) => {
    await load([
      buildTicket(rossi, { subject: 'jam', deviceId: jammed, status: 'scheduled', openedDaysAgo: 1 }),
      buildTicket(rossi, { subject: 'done', deviceId: jammed, status: 'resolved', openedDaysAgo: 2 }),
      buildTicket(rossi, { subject: 'in general', openedDaysAgo: 3 }),
      buildTicket(verdi, { subject: 'foreign', deviceId: jammed }),
    ]);
    expect(await subjects(member, { filter })).toEqual(expected);
    expect(await list(member, { filter })).toMatchObject({ totalCount: expected.length });
  });

  test('pages follow each other without gap or repetition, also at one instant', async () => {
    await load(Array.from({ length: 5 }, (_, i) => buildTicket(rossi, { subject: `${i}` })));
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const page: List['tickets'] = await list(member, { first: 2, after });
      seen.push(...page.edges.map(({ node }) => node.subject));
      more = page.pageInfo.hasNextPage;
      after = page.pageInfo.endCursor;
    }
    expect(seen.sort()).toEqual(['0', '1', '2', '3', '4']);
  });

  test('costs one statement whatever its length', async () => {
    await load([buildTicket(rossi)]);
    const one = await statementsOf(() => list());
    await load(Array.from({ length: 20 }, () => buildTicket(rossi)));
    const many = await statementsOf(() => list());
    expect(one).toHaveLength(1);
    expect(many).toEqual(one);
  });

  test.each([
    [anonymous('request', 'en'), 'UNAUTHENTICATED'],
    [{ ...member, rights: new Set([]) }, 'UNAUTHORIZED'],
  ])('C1 is refused without session or right', async (actor, code) => {
    expect((await ask(actor, LIST)).errors?.map((error) => error.extensions.code)).toEqual([code]);
  });

  test.each([
    { first: 0 },
    { first: 101 },
    { after: 'nonsense' },
    { after: cursorOf('x', 'y') },
    { after: cursorOf(noon, 'y') },
  ])('bad input is told: %j', async (variables) => {
    expect((await ask(member, LIST, variables)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('references', () => {
  test.each([
    ['own', member, { subject: 'own' }],
    ['foreign', { ...member, customerId: verdi.id }, null],
    ['own, without the right', { ...member, rights: new Set([]) }, null],
    ["of one's branch", desk, { subject: 'own' }],
    ['of another branch', { ...desk, branchId: dijk.branchId }, null],
  ])('C3 C6 a ticket that is %s', async (_case, actor, expected) => {
    const ticket = buildTicket(rossi, { subject: 'own', deviceId: jammed });
    await load([ticket]);
    expect(await reference('ServiceTicket', ticket.id, actor)).toEqual(expected);
  });

  test('C3 C5 a ticket of a device that was taken away is as unknown', async () => {
    const ticket = buildTicket(rossi, { deviceId: jammed });
    await load([ticket]);
    seeOnly(silent);
    expect(await reference('ServiceTicket', ticket.id)).toBeNull();
    expect(await reference('ServiceTicket', randomUUID())).toBeNull();
    expect(await reference('ServiceTicket', 'no id')).toBeNull();
  });

  test('R35 a device has its open tickets, newest first', async () => {
    await load([
      buildTicket(rossi, { subject: 'first', deviceId: jammed, openedDaysAgo: 2 }),
      buildTicket(rossi, { subject: 'second', deviceId: jammed, openedDaysAgo: 1 }),
      buildTicket(rossi, { subject: 'closed', deviceId: jammed, status: 'closed' }),
      buildTicket(verdi, { subject: 'foreign', deviceId: jammed }),
    ]);
    const openTickets = [{ subject: 'second' }, { subject: 'first' }];
    expect(await reference('Device', jammed)).toEqual({ id: jammed, openTickets });
    seeOnly(silent);
    expect(await reference('Device', jammed)).toEqual({ id: jammed, openTickets: [] });
  });

  test('a page of devices costs one statement', async () => {
    const refs = Array.from({ length: 50 }, () => ({ __typename: 'Device', id: randomUUID() }));
    await load(refs.map(({ id }) => buildTicket(rossi, { deviceId: id })));
    const one = await statementsOf(() => data(member, ENTITIES, { refs: refs.slice(0, 1) }));
    const fifty = await statementsOf(() => data(member, ENTITIES, { refs }));
    expect(one).toHaveLength(1);
    expect(fifty).toEqual(one);
  });
});

function cursorOf(...keyset: string[]): string {
  return Buffer.from(JSON.stringify(keyset)).toString('base64url');
}
