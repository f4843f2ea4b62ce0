import { randomUUID } from 'node:crypto';
import { type PayloadOf, auditEntryRecorded } from '@platen/contracts';
import { type Actor, type AuditNote, auditEntryOf, handlersOf, system } from '@platen/platform';
import {
  type TestDatabase,
  type TestService,
  buildBranch,
  buildCustomer,
  buildWorld,
  createTestDatabase,
  startTestService,
} from '@platen/testing';
import { actors } from '../../test/actors';
import { buildUser } from '../../test/factories';
import { type IdentityApp, identity, verifyAllChains } from '../index';

const branch = buildBranch();
const rossi = buildCustomer(branch, { name: 'Rossi' });
const verdi = buildCustomer(branch, { name: 'Verdi' });
const elsewhere = buildBranch({ code: 'NL' });
const anna = buildUser(rossi, { email: 'anna@rossi.example', firstName: 'Anna', lastName: 'Neri' });
const giulia = buildUser(branch, { firstName: 'Giulia', lastName: 'Conti' });
const world = buildWorld({
  branches: [branch, elsewhere],
  customers: [rossi, verdi],
  users: [anna, giulia],
});
const administrator: Actor = {
  ...actors.administrator,
  id: anna.id,
  customerId: rossi.id,
  branchId: branch.id,
};
const staff: Actor = {
  ...actors.staff,
  id: giulia.id,
  branchId: branch.id,
  rights: new Set(['audit:read', 'customer:read']),
};

const LIST = `query ($first: Int, $after: String, $filter: AuditFilterInput) {
  auditEntries(first: $first, after: $after, filter: $filter) {
    edges { node { position action actor { kind id name } target { kind id name } facts { name value }
      customer { name } } } pageInfo { hasNextPage endCursor } } }`;
const VERIFY = `query ($customerId: ID) { verifyAuditChain(customerId: $customerId) {
  length firstPosition verifiedPosition problem problemPosition } }`;
const EXPORT = `mutation ($filter: AuditFilterInput) { exportAudit(filter: $filter) { csv rows cut } }`;

interface Listed {
  readonly auditEntries: {
    readonly edges: { readonly node: Record<string, unknown> & { action: string; position: number } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

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

/** Delivers an entry as the worker would. */
async function deliver(payload: PayloadOf<typeof auditEntryRecorded>, messageId = randomUUID()) {
  const handler = handlersOf(service.runtime).find(({ name }) => name === 'identity.append-audit-entry');
  await handler?.run({ messageId, payload, requestId: 'request-1' } as Parameters<typeof handler.run>[0]);
}
const happened = (actor: Actor, note: AuditNote) => deliver(auditEntryOf(note, actor));
const list = async (actor: Actor, variables: Record<string, unknown> = {}) =>
  (await service.data<Listed>(actor, LIST, variables)).auditEntries;
const actions = async (actor: Actor, filter: Record<string, unknown> = {}) =>
  (await list(actor, { filter })).edges.map(({ node }) => node.action);
const verify = (actor: Actor, customerId: string | null = null) =>
  service.data<{ verifyAuditChain: unknown }>(actor, VERIFY, { customerId });
const verifyAll = () =>
  verifyAllChains(async (sql, parameters) => (await database.admin.query(sql, [...parameters])).rows);
/** As somebody who may switch triggers off. */
async function tamper(sql: string) {
  await database.admin.query('set session_replication_role = replica');
  await database.admin.query(sql);
  await database.admin.query('set session_replication_role = origin');
}

describe('C40 what the log shows', () => {
  beforeEach(async () => {
    await happened(administrator, {
      action: 'key.created',
      target: { kind: 'key', id: 'k1' },
      facts: { n: 1 },
    });
    await happened(staff, { action: 'branch.changed' });
    await happened(staff, {
      action: 'personal-data.viewed',
      of: { customerId: rossi.id, branchId: branch.id },
    });
    await happened({ ...administrator, customerId: verdi.id }, { action: 'role.created' });
    await happened(system('request-1'), {
      action: 'session.refused',
      of: { customerId: null, branchId: null },
      by: { kind: 'anonymous', id: null },
    });
  });

  test('an organisation sees its own, staff those of the branch and its customers, newest first', async () => {
    expect(await actions(administrator)).toEqual(['personal-data.viewed', 'key.created']);
    expect(await actions(staff)).toEqual([
      'role.created',
      'personal-data.viewed',
      'branch.changed',
      'key.created',
    ]);
    expect(await actions({ ...staff, branchId: elsewhere.id })).toEqual([]);
  });

  test('without the right nothing is told', async () => {
    for (const actor of [actors.member, actors.staff, actors['partner of a branch']]) {
      const { data, errors } = await service.ask(actor, LIST);
      expect([data?.auditEntries, errors?.[0]?.extensions.code]).toEqual([null, 'UNAUTHORIZED']);
    }
  });

  test('names are those of today; an organisation does not learn those of staff', async () => {
    const [viewed, created] = (await list(administrator)).edges;
    expect(created?.node).toEqual({
      position: 1,
      action: 'key.created',
      actor: { kind: 'user', id: anna.id, name: 'Anna Neri' },
      target: { kind: 'key', id: 'k1', name: null },
      facts: [{ name: 'n', value: '1' }],
      customer: { name: 'Rossi' },
    });
    expect(viewed?.node.actor).toEqual({ kind: 'staff', id: giulia.id, name: null });
    expect((await list(staff)).edges[1]?.node.actor).toEqual({
      kind: 'staff',
      id: giulia.id,
      name: 'Giulia Conti',
    });
  });

  test.each([
    ['actions', { actions: ['key.created'] }, ['key.created']],
    ['an unknown act', { actions: ['moon.landed'] }, []],
    ['an actor', { actor: anna.id }, ['key.created']],
    ['an address', { actor: 'ANNA@rossi.example' }, ['key.created']],
    ['a target', { target: 'k1', targetKind: 'key' }, ['key.created']],
    ['nonsense', { actor: "' or 1=1 --", target: '\u0000' }, []],
    ['the future', { from: '2999-01-01T00:00:00Z' }, []],
    ['the past', { before: '1999-01-01T00:00:00Z' }, []],
    ['another customer', { customerId: verdi.id }, []],
    ['no customer at all', { customerId: 'x' }, []],
  ])('narrowed to %s', async (_what, filter, expected) => {
    expect(await actions(administrator, filter)).toEqual(expected);
  });

  test('staff narrow to one customer', async () => {
    expect(await actions(staff, { customerId: verdi.id })).toEqual(['role.created']);
  });

  test('pages follow each other without gap or repetition', async () => {
    const first = await list(staff, { first: 3 });
    const second = await list(staff, { first: 3, after: first.pageInfo.endCursor });
    expect([...first.edges, ...second.edges].map(({ node }) => node.action)).toEqual(await actions(staff));
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test('an export holds the same entries, and is an entry itself', async () => {
    const { exportAudit } = await service.data<{ exportAudit: { csv: string; rows: number; cut: boolean } }>(
      administrator,
      EXPORT,
    );
    expect([exportAudit.rows, exportAudit.cut]).toEqual([2, false]);
    expect(exportAudit.csv).not.toContain(verdi.id);
    const { rows } = await database.admin.query(`select payload from identity.outbox where name = $1`, [
      auditEntryRecorded.name,
    ]);
    expect(rows.map(({ payload }) => [payload.action, payload.customerId, payload.facts])).toEqual([
      ['audit.exported', rossi.id, { entries: 2 }],
    ]);
  });

  test('who looks through others’ eyes takes nothing away', async () => {
    const { errors } = await service.ask({ ...administrator, viewedBy: giulia.id }, EXPORT);
    expect(errors).toHaveLength(1);
    const { rows } = await database.admin.query(`select from identity.outbox where name = $1`, [
      auditEntryRecorded.name,
    ]);
    expect(rows).toEqual([]);
  });
});

describe('C40 the chain', () => {
  const record = async (count: number) => {
    for (let n = 1; n <= count; n += 1)
      await happened(administrator, { action: 'role.changed', facts: { b: n, a: ['x', 'y'], half: 0.5 } });
  };

  test('one for each customer, one for the branch, one of the installation; whole', async () => {
    await record(3);
    await happened(staff, { action: 'branch.changed' });
    await happened(system('r'), { action: 'session.refused', of: { customerId: null, branchId: null } });
    expect(
      (await verifyAll()).map(({ customerId, branchId, length, verified, broken }) => [
        customerId,
        branchId,
        length,
        verified,
        broken,
      ]),
    ).toEqual([
      [null, null, 1, 1, null],
      [null, branch.id, 1, 1, null],
      [rossi.id, branch.id, 3, 3, null],
    ]);
    expect((await verify(administrator)).verifyAuditChain).toEqual({
      length: 3,
      firstPosition: 1,
      verifiedPosition: 3,
      problem: null,
      problemPosition: null,
    });
    expect((await verify(staff)).verifyAuditChain).toMatchObject({ length: 1 });
    expect((await verify(staff, rossi.id)).verifyAuditChain).toMatchObject({ length: 3 });
  });

  test("others' chains are as unknown as those that do not exist", async () => {
    await happened({ ...administrator, customerId: verdi.id }, { action: 'role.created' });
    const strangers = [{ ...staff, branchId: elsewhere.id }, administrator];
    for (const actor of strangers) expect((await verify(actor, verdi.id)).verifyAuditChain).toBeNull();
    expect((await verify(staff, randomUUID())).verifyAuditChain).toBeNull();
    expect((await verify(staff, '00000000-0000-0000-0000-000000000000')).verifyAuditChain).toBeNull();
  });

  test('a message delivered twice stands in the log once', async () => {
    const entry = auditEntryOf({ action: 'role.created' }, administrator);
    const id = randomUUID();
    await Promise.all([deliver(entry, id), deliver(entry, id)]);
    await deliver(entry, id);
    expect(await actions(administrator)).toEqual(['role.created']);
  });

  test('twenty at once come one after the other', async () => {
    await Promise.all(Array.from({ length: 20 }, () => record(1)));
    expect((await verify(administrator)).verifyAuditChain).toMatchObject({ length: 20, problem: null });
  });

  test('the service may neither change nor remove an entry, nor may the owner of the table', async () => {
    await record(2);
    const attempts = [
      `update identity.audit_entry set action = 'x'`,
      `delete from identity.audit_entry`,
      `truncate identity.audit_entry cascade`,
      `update identity.audit_chain set length = 1`,
      `delete from identity.audit_chain`,
    ];
    for (const sql of attempts) {
      const asService = service.runtime.work.write(system('r'), (tx) => tx.query(sql));
      await expect(asService).rejects.toThrow(/permission denied|only grows/);
      await expect(database.admin.query(sql)).rejects.toThrow('the audit log only grows');
    }
    expect((await verify(administrator)).verifyAuditChain).toMatchObject({ length: 2, problem: null });
  });

  const entry = (position: number) => `chain_id = '${rossi.id}' and position = ${position}`;
  test.each([
    ['a fact', `update identity.audit_entry set facts = '{"b": 9}' where ${entry(2)}`, 'CHANGED', 2],
    ['the actor', `update identity.audit_entry set actor_id = null where ${entry(3)}`, 'CHANGED', 3],
    ['the time', `update identity.audit_entry set occurred_at = now() where ${entry(1)}`, 'CHANGED', 1],
    ['a removed entry', `delete from identity.audit_entry where ${entry(2)}`, 'MISSING', 2],
    ['the last one removed', `delete from identity.audit_entry where ${entry(4)}`, 'MISSING', 4],
    [
      'two that changed places',
      `update identity.audit_entry set position = 9 where ${entry(2)};
       update identity.audit_entry set position = 2 where ${entry(3)};
       update identity.audit_entry set position = 3 where ${entry(9)}`,
      'CHANGED',
      2,
    ],
    [
      'the end cut off and the length with it',
      `delete from identity.audit_entry where ${entry(4)}; update identity.audit_chain set length = 3`,
      'CHANGED',
      3,
    ],
    ['an entry hung behind', `update identity.audit_chain set length = 3`, 'CHANGED', 3],
    [
      'an entry hung behind the head',
      `update identity.audit_chain c set length = 3, head = (select hash from identity.audit_entry where ${entry(3)})`,
      'UNKNOWN',
      4,
    ],
    ['the chain itself removed', `delete from identity.audit_chain`, 'MISSING', 1],
  ])('tells of %s', async (_what, sql, problem, position) => {
    await record(4);
    await tamper(sql);
    const [verdict] = await verifyAll();
    expect(verdict?.broken).toMatchObject({ problem, position });
  });
});
