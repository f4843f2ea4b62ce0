import { type TestDatabase, createTestDatabase } from '@platen/testing';
import { err } from '@platen/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Actor, system } from '../actor/actor';
import { fenceTable } from './tenancy';

class Notes1795255200001 implements MigrationInterface {
  readonly name = 'Notes1795255200001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table note (id int primary key, customer_id uuid not null, branch_id uuid not null)',
    );
    for (const statement of fenceTable('note', 'column')) await runner.query(statement);
  }
  async down(): Promise<void> {}
}

const rossi = '00000000-0000-7000-8000-000000000001';
const bianchi = '00000000-0000-7000-8000-000000000002';
const italy = '00000000-0000-7000-8000-0000000000a1';
const netherlands = '00000000-0000-7000-8000-0000000000a2';

const member = (customerId: string): Actor => ({
  ...system('test'),
  kind: 'user',
  id: rossi,
  customerId,
  branchId: italy,
});
const staff = (branchId: string): Actor => ({ ...system('test'), kind: 'staff', id: rossi, branchId });

describe('unit of work', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase([{ name: 'fleet', entities: [], migrations: [Notes1795255200001] }]);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.clean();
    await database.admin.query(
      `insert into fleet.note values (1, '${rossi}', '${italy}'), (2, '${bianchi}', '${italy}'), (3, '${bianchi}', '${netherlands}')`,
    );
  });

  const seenBy = (actor: Actor) =>
    database
      .workOf('fleet')
      .read(actor, async (tx) =>
        (await tx.query<{ id: number }>('select id from note order by id')).map((row) => row.id),
      );

  test('C2 row-level security shows each actor its own rows even to a query without a filter', async () => {
    expect(await seenBy(member(rossi))).toEqual([1]);
    expect(await seenBy(staff(italy))).toEqual([1, 2]);
    expect(await seenBy(system('test'))).toEqual([1, 2, 3]);
    expect(await seenBy({ ...system('test'), kind: 'anonymous' })).toEqual([]);
    expect(await seenBy({ ...system('test'), kind: 'user', id: rossi })).toEqual([]);
  });

  test('C2 a row of another customer cannot be written', async () => {
    const writing = database
      .workOf('fleet')
      .write(member(rossi), (tx) => tx.query('insert into note values (9, $1, $2)', [bianchi, italy]));
    await expect(writing).rejects.toThrow('row-level security');
  });

  test('a failed result leaves nothing behind', async () => {
    await database.workOf('fleet').write(member(rossi), async (tx) => {
      await tx.query('insert into note values (9, $1, $2)', [rossi, italy]);
      return err({ code: 'NO' });
    });
    expect(await seenBy(member(rossi))).toEqual([1]);
  });

  test('work that swallowed a failed statement is not told that it was kept', async () => {
    const writing = database.workOf('fleet').write(member(rossi), async (tx) => {
      await tx.query('insert into note values (9, $1, $2)', [rossi, italy]);
      await tx.query('insert into note values (9, $1, $2)', [rossi, italy]).catch(() => undefined);
      return 'kept';
    });
    await expect(writing).rejects.toThrow('nothing of it was kept');
    expect(await seenBy(member(rossi))).toEqual([1]);
  });

  test('many requests that read and then write at once share a pool smaller than they are', async () => {
    const work = database.workOf('fleet');
    const request = (id: number) =>
      work.sharedReads(async () => {
        const seen = () =>
          work.read(system('test'), (tx) => tx.query('select id from note where id = $1', [id]));
        const both = Promise.all([seen(), seen()]);
        await seen();
        await work.write(system('test'), (tx) =>
          tx.query('insert into note values ($1, $2, $3)', [id, rossi, italy]),
        );
        return { before: (await both).flat(), after: await seen() };
      });
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => request(index + 100)));
    expect(answers.every(({ before }) => before.length === 0)).toBe(true);
    expect(answers.map(({ after }) => after)).toEqual(answers.map((_, index) => [{ id: index + 100 }]));
  });

  test('C40 a look is one entry of the audit log per request, also when it is noted many times', async () => {
    const work = database.workOf('fleet');
    const desk = staff(italy);
    const note = { action: 'personal-data.viewed', target: { kind: 'user', id: rossi } } as const;
    const entries = async () =>
      (await database.admin.query('select payload from fleet.outbox order by id')).rows.map(
        (row) => row.payload as Record<string, unknown>,
      );
    await work.sharedReads(async () => {
      await work.read(desk, (tx) => tx.query('select 1'));
      await Promise.all([work.auditLook(desk, note), work.auditLook(desk, note)]);
      expect(await entries()).toEqual([]);
    });
    expect(await entries()).toMatchObject([
      { ...note, branchId: italy, actor: { kind: 'staff', id: rossi } },
    ]);
    await work.auditLook(desk, note);
    expect(await entries()).toHaveLength(2);
  });

  test('C40 requests that look, more of them than connections, do not wait for each other', async () => {
    const work = database.workOf('fleet');
    const look = () => {
      const desk = staff(italy);
      return work.sharedReads(async () => {
        await work.read(desk, (tx) => tx.query('select 1'));
        await work.auditLook(desk, { action: 'prices.viewed' });
      });
    };
    await Promise.all(Array.from({ length: 40 }, look));
    const { rows } = await database.admin.query('select count(*)::int from fleet.outbox');
    expect(rows).toEqual([{ count: 40 }]);
  });

  test('shared reads use one transaction', async () => {
    const work = database.workOf('fleet');
    const actor = member(rossi);
    const ids = await work.sharedReads(async () => {
      const snapshot = () =>
        work.read(actor, (tx) =>
          tx.query<{ x: string }>('select txid_current_if_assigned() as x, pg_backend_pid() as pid'),
        );
      return Promise.all([snapshot(), snapshot()]);
    });
    expect(ids[0]).toEqual(ids[1]);
  });
});
