import 'reflect-metadata';
import { type Actor, type ServiceName, anonymous, system } from '@platen/platform';
import { buildActor } from '@platen/testing';
import { demoWorld } from '../../src/demo/world';
import { services } from '../../src/services';
import { type WholeProduct, startWholeProduct } from '../whole-product';
import { type Tenants, readTenants, tenantTables } from './tenants';

let product: WholeProduct;
let tenants: Tenants;
let tables: { readonly service: ServiceName; readonly table: string }[];

beforeAll(async () => {
  product = await startWholeProduct(demoWorld((customer) => `ptn_${customer.padEnd(43, 'x')}`));
  tenants = await readTenants(product);
  tables = (await tenantTables(product)).flatMap((table) => {
    const service = services.find(({ name }) => table.startsWith(`${name.replaceAll('-', '_')}.`));
    return service ? [{ service: service.name, table }] : [];
  });
}, 120_000);
afterAll(() => product.stop());

/** Owners of the rows that a statement without any condition finds: the policies of the services are switched off. */
async function ownersSeen(actor: Actor): Promise<Map<string, string[]>> {
  const seen = new Map<string, string[]>();
  for (const { service, table } of tables) {
    // Idempotency, inbox and outbox are the platform's; what is read here carries a tenant.
    const rows = await product.database
      .workOf(service)
      .read(actor, (tx) =>
        tx.query<{ owner: string | null }>(`select distinct customer_id as owner from ${table}`),
      );
    if (rows.length > 0) seen.set(table, rows.map(({ owner }) => owner ?? 'the branch').sort());
  }
  return seen;
}

test('C2 without a tenant not one row of any table is seen', async () => {
  expect(tables.length).toBeGreaterThan(20);
  expect(await ownersSeen(anonymous('test', 'en'))).toEqual(new Map());
  expect(await ownersSeen(buildActor({ kind: 'staff', customerId: null, branchId: null }))).toEqual(
    new Map(),
  );
});

test('C2 with every policy forgotten, a customer sees its own rows alone, whatever rights it has', async () => {
  const { id, branchId } = tenants.verdi;
  const seen = await ownersSeen(
    buildActor({ customerId: id, branchId, rights: ['branch:manage', 'customer:read'] }),
  );
  expect(seen.size).toBeGreaterThan(10);
  for (const [table, owners] of seen) expect([table, owners]).toEqual([table, [id]]);
});

test('C2 with every policy forgotten, staff see nothing of another branch', async () => {
  const { branchId } = tenants.vandijk;
  const seen = await ownersSeen(buildActor({ kind: 'staff', customerId: null, branchId }));
  const own = new Set([tenants.vandijk.id, 'the branch']);
  for (const [table, owners] of seen)
    expect([table, owners.filter((owner) => !own.has(owner))]).toEqual([table, []]);
  expect(seen.get('fleet.device')).toEqual([tenants.vandijk.id]);
});

test('C2 nobody writes a row into another tenant', async () => {
  const { rossi, verdi } = tenants;
  const actor = buildActor({ customerId: verdi.id, branchId: verdi.branchId });
  const insert = (customerId: string) =>
    product.database
      .workOf('identity')
      .write(actor, (tx) =>
        tx.query(`insert into role (customer_id, branch_id, name, rights) values ($1, $2, 'Test', '{}')`, [
          customerId,
          verdi.branchId,
        ]),
      );
  await expect(insert(rossi.id)).rejects.toThrow('row-level security');
  await expect(insert(verdi.id)).resolves.toEqual([]);
});

test('C2 the product itself sees all of them', async () => {
  expect((await ownersSeen(system('test'))).get('fleet.device')).toHaveLength(3);
});
