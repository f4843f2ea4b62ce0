import { randomUUID } from 'node:crypto';
import { anonymous } from '@platen/platform';
import { statementsOf } from '@platen/testing';
import { buildInvoice } from '../../test/factories';
import { clerk, dijk, finance, rossi, useBilling, verdi } from '../../test/use-billing';

const LIST = `query ($first: Int, $after: String) { invoices(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  edges { node { id number issuedOn dueOn status total { amount currency } } } } }`;
const ENTITIES = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Invoice { number } } }`;

interface List {
  readonly invoices: {
    readonly totalCount: number | null;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly number: string; readonly status: string };
    }[];
  };
}

const { load, data, ask, looks } = useBilling();
const list = async (actor = clerk, variables: Record<string, unknown> = {}) =>
  (await data<List>(actor, LIST, variables)).invoices;
const reference = async (id: string, actor = clerk) =>
  (await data<{ _entities: unknown[] }>(actor, ENTITIES, { refs: [{ __typename: 'Invoice', id }] }))
    ._entities[0];

describe('the list of invoices', () => {
  test('R26 S4 present and past ones of the own customer, newest first', async () => {
    const invoice = buildInvoice(rossi);
    await load([buildInvoice(rossi, { issuedDaysAgo: 365, status: 'paid' }), invoice, buildInvoice(verdi)]);
    const page = await list();
    expect(page.totalCount).toBe(2);
    expect(page.edges[0]?.node).toEqual({
      id: invoice.id,
      number: expect.stringMatching(/^50[12]$/),
      issuedOn: '2026-11-21',
      dueOn: '2026-12-21',
      status: 'ISSUED',
      total: { amount: '1842.50', currency: 'EUR' },
    });
    expect(page.edges[1]?.node).toMatchObject({ number: '500', issuedOn: '2025-11-21', status: 'PAID' });
  });

  test.each([
    ['issued', 30, rossi, 'ISSUED'],
    ['issued', 10, rossi, 'ISSUED'],
    ['issued', 9, rossi, 'OVERDUE'],
    ['issued', 9, dijk, 'OVERDUE'],
    ['issued', 10, dijk, 'ISSUED'],
    ['paid', 1, rossi, 'PAID'],
  ] as const)(
    'an invoice of ten days ago that is %s and due after %i days',
    async (status, dueInDays, customer, shown) => {
      await load([buildInvoice(customer, { status, dueInDays, issuedDaysAgo: 10 })]);
      const actor = { ...clerk, customerId: customer.id, branchId: customer.branchId };
      expect((await list(actor)).edges.map(({ node }) => node.status)).toEqual([shown]);
    },
  );

  test('R33 staff see those of their own branch', async () => {
    await load([buildInvoice(rossi), buildInvoice(verdi), buildInvoice(dijk)]);
    expect(await list(finance)).toMatchObject({ totalCount: 2 });
  });

  test('C40 that staff saw them is kept in the log of each customer, once; the customer itself looks freely', async () => {
    const invoices = [buildInvoice(rossi), buildInvoice(rossi), buildInvoice(verdi)];
    await load(invoices);
    await list(clerk);
    expect(await looks()).toEqual([]);
    await list(finance);
    const seen = await looks();
    expect(
      seen.map(({ action, customerId, facts }) => [action, customerId, facts.invoices.length]).sort(),
    ).toEqual(
      [
        ['prices.viewed', rossi.id, 2],
        ['prices.viewed', verdi.id, 1],
      ].sort(),
    );
    await reference(invoices[2]?.id ?? '', finance);
    expect((await looks()).at(-1)).toMatchObject({
      actor: { kind: 'staff', id: finance.id },
      target: { kind: 'customer', id: verdi.id },
      facts: { invoices: [invoices[2]?.id] },
    });
  });

  test('pages follow each other without gap or repetition, also within one day', async () => {
    await load(Array.from({ length: 5 }, () => buildInvoice(rossi)));
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const page: List['invoices'] = await list(clerk, { first: 2, after });
      seen.push(...page.edges.map(({ node }) => node.number));
      more = page.pageInfo.hasNextPage;
      after = page.pageInfo.endCursor;
    }
    expect(seen.sort()).toEqual(['500', '501', '502', '503', '504']);
  });

  test('costs one statement whatever its length', async () => {
    await load([buildInvoice(rossi)]);
    const one = await statementsOf(() => list());
    await load(Array.from({ length: 20 }, () => buildInvoice(rossi)));
    const many = await statementsOf(() => list());
    expect(one).toHaveLength(1);
    expect(many).toEqual(one);
  });

  test.each([
    [anonymous('request', 'en'), 'UNAUTHENTICATED'],
    [{ ...clerk, rights: new Set(['order:read', 'contract:read'] as const) }, 'UNAUTHORIZED'],
  ])('S3 is refused without session or the right itself', async (actor, code) => {
    expect((await ask(actor, LIST)).errors?.map((error) => error.extensions.code)).toEqual([code]);
  });

  test.each([
    { first: 0 },
    { first: 101 },
    { after: 'nonsense' },
    { after: cursorOf('some day', randomUUID()) },
  ])('bad input is told: %j', async (variables) => {
    expect((await ask(clerk, LIST, variables)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('references', () => {
  test.each([
    ['own', clerk, { number: '500' }],
    ['foreign', { ...clerk, customerId: verdi.id }, null],
    ['own, without the right', { ...clerk, rights: new Set([]) }, null],
    ["of one's branch", finance, { number: '500' }],
    ['of another branch', { ...finance, branchId: dijk.branchId }, null],
  ])('C3 C6 an invoice that is %s', async (_case, actor, expected) => {
    const invoice = buildInvoice(rossi);
    await load([invoice]);
    expect(await reference(invoice.id, actor)).toEqual(expected);
  });

  test.each([randomUUID(), 'no id', ''])('C6 an unknown one: %j', async (id) => {
    expect(await reference(id)).toBeNull();
  });
});

function cursorOf(...keyset: string[]): string {
  return Buffer.from(JSON.stringify(keyset)).toString('base64url');
}
