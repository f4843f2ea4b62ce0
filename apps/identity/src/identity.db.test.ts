import { branchChanged, customerChanged, personChanged } from '@platen/contracts';
import {
  type TestDatabase,
  type TestService,
  buildBranch,
  buildCustomer,
  buildWorld,
  createTestDatabase,
  rootFieldsWithoutRule,
  startTestService,
  tenancyProblems,
} from '@platen/testing';
import { actors } from '../test/actors';
import { buildKey, buildUser } from '../test/factories';
import { type IdentityApp, identity } from './index';

const withoutTenant = {
  branch: 'a branch stands above its tenants, and what it shows is public',
  branch_version: 'the same, as it was; asked for by the own branch alone',
  sign_in_attempt: 'counted before anybody is known; holds hashes only',
};

describe('identity as a service', () => {
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
  beforeEach(() => database.clean());

  test('C1 every root field has a rule', () => {
    expect(rootFieldsWithoutRule(identity)).toEqual([]);
  });

  test('C2 every table carries customer_id or is listed with its reason', async () => {
    expect(await tenancyProblems(database.admin, 'identity', withoutTenant)).toEqual([]);
    expect(await tenancyProblems(database.admin, 'identity')).toHaveLength(
      2 * Object.keys(withoutTenant).length,
    );
  });

  describe('loading a world', () => {
    const branch = buildBranch();
    const rossi = buildCustomer(branch);
    const anna = buildUser(rossi, { email: 'anna@rossi.example' });
    const world = buildWorld({
      branches: [branch],
      customers: [rossi],
      users: [anna, buildUser(branch)],
      keys: [buildKey(rossi)],
    });
    const count = async (table: string) =>
      Number((await database.admin.query(`select count(*) from identity.${table}`)).rows[0].count);
    const events = async () =>
      (await database.admin.query('select name, payload from identity.outbox order by id')).rows;

    test('fills the tables and tells of each branch, customer and person of a customer', async () => {
      await service.app.load(world);
      expect(
        await Promise.all(['branch', 'customer', 'role', 'user_account', 'access_key'].map(count)),
      ).toEqual([1, 1, 6, 2, 1]);
      const { id: _branch, ...branchFacts } = branch;
      const { id: _customer, ...customerFacts } = rossi;
      expect(await events()).toEqual([
        { name: branchChanged.name, payload: { branchId: branch.id, version: 1, ...branchFacts } },
        { name: customerChanged.name, payload: { customerId: rossi.id, version: 1, ...customerFacts } },
        {
          name: personChanged.name,
          payload: {
            userId: anna.id,
            customerId: rossi.id,
            branchId: branch.id,
            version: expect.any(Number),
            state: 'active',
            sees: 'all',
          },
        },
      ]);
    });

    test('a second time changes and tells nothing', async () => {
      await service.app.load(world);
      await service.app.load(world);
      expect(await count('user_account')).toBe(2);
      expect(await events()).toHaveLength(3);
    });

    test('R1 two people with one address are refused, and nothing is loaded', async () => {
      const twin = buildUser(rossi, { email: 'ANNA@rossi.example' });
      await expect(service.app.load({ ...world, users: [...world.users, twin] })).rejects.toThrow(
        'meets another one',
      );
      expect(await count('branch')).toBe(0);
    });

    test('no password and no key is stored in clear', async () => {
      await service.app.load(world);
      const { rows } = await database.admin.query(
        `select (select string_agg(u::text, '') from identity.user_account u)
             || (select string_agg(k::text, '') from identity.access_key k) as everything`,
      );
      expect(rows[0].everything).not.toContain(world.users[0]?.password);
      expect(rows[0].everything).not.toContain(world.keys[0]?.key);
    });

    test('C2 a query without a filter finds the rows of the own tenant only', async () => {
      const other = buildCustomer(branch, { name: 'Verdi' });
      await service.app.load({ ...world, customers: [rossi, other] });
      const namesFor = (actor: (typeof actors)[keyof typeof actors]) =>
        service.runtime.work.read(actor, (tx) => tx.query('select name from customer order by name'));
      expect(await namesFor({ ...actors.administrator, customerId: other.id })).toEqual([{ name: 'Verdi' }]);
      expect(await namesFor({ ...actors.staff, branchId: branch.id })).toHaveLength(2);
      expect(await namesFor(actors.staff)).toEqual([]);
      expect(await namesFor(actors.anonymous)).toEqual([]);
    });
  });
});
