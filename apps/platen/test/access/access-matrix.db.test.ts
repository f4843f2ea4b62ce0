import 'reflect-metadata';
import type { Actor, SubgraphResult } from '@platen/platform';
import { type DocumentNode, type GraphQLSchema, isUnionType } from 'graphql';
import { demoWorld } from '../../src/demo/world';
import { services } from '../../src/services';
import { type WholeProduct, startWholeProduct } from '../whole-product';
import { documentFor, entityDocumentFor, variablesFor } from './documents';
import { type Principal, makePrincipals } from './principals';
import { kindsByName, rows } from './rows';
import { seed } from './seeds';
import { type Targets, kindsTooRare, targetsOf, unknownTargets } from './targets';
import { type Tenant, type Tenants, digestOf, readTenants } from './tenants';

/** A root field of a subgraph. */
interface RootField {
  readonly service: string;
  readonly kind: 'query' | 'mutation';
  readonly name: string;
}

let product: WholeProduct;
let tenants: Tenants;
let principals: Principal[];
let targets: Map<Tenant, Targets>;
const unknown = unknownTargets();

beforeAll(async () => {
  product = await startWholeProduct(demoWorld((customer) => `ptn_${customer.padEnd(43, 'x')}`));
  await seed(product);
  tenants = await readTenants(product);
  principals = await makePrincipals(product, tenants);
  targets = new Map();
  for (const tenant of Object.values(tenants)) targets.set(tenant, await targetsOf(product, tenant));
}, 120_000);
afterAll(() => product.stop());

const schemaOf = (service: string): GraphQLSchema => runtimeOf(service).schema();
const runtimeOf = (service: string) => {
  const runtime = product.runtimes.find(({ name }) => name === service);
  if (!runtime) throw new Error(`There is no service ${service}.`);
  return runtime;
};

function rootFields(): RootField[] {
  return product.runtimes.flatMap((runtime) => {
    const schema = runtime.schema();
    const fields = (kind: RootField['kind'], type: ReturnType<GraphQLSchema['getQueryType']>) =>
      Object.keys(type?.getFields() ?? {})
        .filter((name) => !name.startsWith('_'))
        .map((name) => ({ service: runtime.name, kind, name }));
    return [...fields('query', schema.getQueryType()), ...fields('mutation', schema.getMutationType())];
  });
}

const nameOf = ({ service, name }: RootField) => `${service} ${name}`;

const documents = new Map<string, DocumentNode>();

/** An answer, and the ids that were asked for. */
interface Asked {
  readonly result: SubgraphResult;
  readonly sent: readonly string[];
}

async function ask(field: RootField, actor: Actor, at: Targets): Promise<Asked> {
  const schema = schemaOf(field.service);
  const key = nameOf(field);
  const document = documents.get(key) ?? documentFor(schema, field.kind, field.name);
  documents.set(key, document);
  const root = field.kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  const definition = root?.getFields()[field.name];
  if (!definition) throw new Error(`There is no ${key}.`);
  const sent: string[] = [];
  const variables = variablesFor(definition, (path) => {
    const id = at[kindAt(field, path)];
    sent.push(id);
    return id;
  });
  const executor = runtimeOf(field.service).executor();
  return { result: await executor({ document, variables, actor, clientAddress: '192.0.2.1' }), sent };
}

function kindAt(field: RootField, path: string) {
  const kind = rows[nameOf(field)]?.ids?.[path] ?? kindsByName[path.split('.').at(-1) ?? path];
  if (!kind) throw new Error(`Say in rows.ts of what kind ${path} of ${nameOf(field)} is.`);
  return kind;
}

/** Code of the error that kept the field from running, null when it ran. */
const refusalOf = (result: SubgraphResult): unknown =>
  result.errors?.find(({ path }) => path === undefined || path.length <= 1)?.extensions.code ?? null;

/** What an answer holds that belongs to a tenant whom the asker must not see; the ids he sent are no news to him. */
function leaksIn({ result, sent }: Asked, principal: Principal): string[] {
  const strangers = Object.values(tenants).filter((tenant: Tenant) => !principal.tenants.includes(tenant));
  const known = new Set(sent);
  return textsIn(result).flatMap((text) =>
    strangers.flatMap((tenant: Tenant) =>
      marksIn(text, tenant)
        .filter((mark) => !known.has(mark))
        .map((mark) => `${tenant.name}: ${mark}`),
    ),
  );
}

/** Every text of an answer; errors tell too. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Error) return [value.message];
  return Object.values(value).flatMap(textsIn);
}

/** A text that is a mark, or (sentences, lists, tables) that has marks in it. */
function marksIn(text: string, { marks }: Tenant): string[] {
  if (marks.has(text)) return [text];
  if (!/[\s,;:]/.test(text)) return [];
  return [...marks].filter((mark) => text.includes(mark));
}

/** The same answer for every id: what is left to compare is whether anything tells foreign from unknown. */
function faceless({ result, sent }: Asked): string {
  let text = JSON.stringify({ data: result.data, codes: result.errors?.map((e) => e.extensions.code) });
  for (const id of sent) text = text.replaceAll(id, 'ID');
  return text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT');
}

function expectedRefusal(field: RootField, { actor }: Principal): string | null {
  const row = rows[nameOf(field)];
  if (!row || row.asks === 'nothing') return null;
  if (actor.kind === 'anonymous') return 'UNAUTHENTICATED';
  if (row.asks === 'to be signed in') return null;
  const asked = typeof row.asks === 'string' ? [row.asks] : row.asks;
  return asked.some((right) => actor.rights.has(right)) ? null : 'UNAUTHORIZED';
}

test('T1 every root field has a row, and every row a field', () => {
  expect(rootFields().map(nameOf).sort()).toEqual(Object.keys(rows).sort());
});

test('T1 the world has something to leak', async () => {
  expect(await kindsTooRare(product, Object.values(tenants))).toEqual([]);
  for (const tenant of Object.values(tenants)) expect(tenant.marks.size).toBeGreaterThan(50);
});

test('T1 every root field opens for those it should, and shows and changes nothing of others', async () => {
  const problems: string[] = [];
  const fields = rootFields();
  for (const field of fields) {
    for (const [tenant, at] of targets) {
      const strangers = principals.filter((principal) => !principal.tenants.includes(tenant));
      const before = field.kind === 'mutation' ? await digestOf(product, tenant) : '';
      for (const principal of strangers) problems.push(...(await judge(field, principal, at)));
      if (field.kind === 'mutation' && before !== (await digestOf(product, tenant)))
        problems.push(`${nameOf(field)}: a stranger changed something of ${tenant.name}`);
    }
  }
  for (const field of fields) {
    for (const principal of principals) {
      for (const tenant of principal.tenants) {
        const at = targets.get(tenant) ?? unknown;
        const leaks = leaksIn(await ask(field, principal.actor, at), principal);
        if (leaks.length > 0)
          problems.push(`${nameOf(field)} shows ${principal.name} ${leaks.slice(0, 3).join(', ')}`);
      }
    }
  }
  expect(problems).toEqual([]);
}, 300_000);

async function judge(field: RootField, principal: Principal, at: Targets): Promise<string[]> {
  const asked = await ask(field, principal.actor, at);
  const name = `${nameOf(field)} as ${principal.name}`;
  const expected = expectedRefusal(field, principal);
  const refused = refusalOf(asked.result);
  const doors = ['UNAUTHENTICATED', 'UNAUTHORIZED'];
  const wrongDoor = expected === null ? doors.includes(String(refused)) : refused !== expected;
  const leaks = leaksIn(asked, principal);
  const problems: string[] = [];
  if (wrongDoor) problems.push(`${name}: answered ${String(refused)}, not ${String(expected)}`);
  if (refused === 'INTERNAL_SERVER_ERROR') problems.push(`${name}: failed inside`);
  if (leaks.length > 0) problems.push(`${name}: shows ${leaks.slice(0, 3).join(', ')}`);
  if (asked.sent.length === 0) return problems;
  const twin = faceless(await ask(field, principal.actor, unknown));
  if (faceless(asked) !== twin)
    problems.push(
      `${name}: tells foreign from unknown: ${faceless(asked).slice(0, 200)} | ${twin.slice(0, 200)}`,
    );
  return problems;
}

test('C3 T1 an entity that one may not see is as one that does not exist, in every service', async () => {
  const problems: string[] = [];
  for (const { name: service } of services) {
    const schema = schemaOf(service);
    const union = schema.getType('_Entity');
    const types = isUnionType(union) ? union.getTypes().map(({ name }) => name) : [];
    for (const type of types) {
      const document = entityDocumentFor(schema, type);
      const find = async (principal: Principal, id: string): Promise<Asked> => ({
        result: await runtimeOf(service).executor()({
          document,
          variables: { representations: [{ __typename: type, id }] },
          actor: principal.actor,
          clientAddress: '192.0.2.1',
        }),
        sent: [id],
      });
      for (const [tenant, at] of targets) {
        for (const principal of principals) {
          const kind = entityKind(type);
          const asked = await find(principal, at[kind]);
          const leaks = leaksIn(asked, principal);
          const name = `${service} ${type}`;
          if (leaks.length > 0)
            problems.push(`${name} shows ${principal.name} ${leaks.slice(0, 3).join(', ')}`);
          // The catalogue is the branch's: whoever is of it may see it.
          const shared = type === 'Article' && principal.actor.branchId === tenant.branchId;
          const stranger = !principal.tenants.includes(tenant) && type !== 'Branch' && !shared;
          if (stranger && faceless(asked) !== faceless(await find(principal, unknown[kind])))
            problems.push(`${name} tells ${principal.name} foreign from unknown`);
        }
      }
    }
  }
  expect(problems).toEqual([]);
}, 120_000);

/** Kind of an entity type in the targets. */
function entityKind(type: string) {
  const kinds = { SupplyOrder: 'Order', ServiceTicket: 'Ticket' } as const;
  return (kinds as Record<string, keyof Targets>)[type] ?? (type as keyof Targets);
}
