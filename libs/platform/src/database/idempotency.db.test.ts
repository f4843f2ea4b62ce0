import { err, ok } from '@platen/kernel';
import { type TestDatabase, createTestDatabase } from '@platen/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Actor, system } from '../actor/actor';
import { type Command, once } from './idempotency';

class Effects1795255200002 implements MigrationInterface {
  readonly name = 'Effects1795255200002';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table effect (id uuid primary key default uuidv7(), what text not null)');
  }
  async down(): Promise<void> {}
}

const rossi: Actor = {
  ...system('test'),
  kind: 'user',
  id: 'u',
  customerId: '00000000-0000-7000-8000-000000000001',
};
const verdi: Actor = { ...rossi, customerId: '00000000-0000-7000-8000-000000000002' };

describe('C50 a command runs once', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase([
      { name: 'ordering', entities: [], migrations: [Effects1795255200002] },
    ]);
  });
  afterAll(() => database.close());
  beforeEach(() => database.clean());

  const run = (actor: Actor, command: Command, fails = false) =>
    database.workOf('ordering').write(actor, (tx) =>
      once(tx, actor, command, async () => {
        const [row] = await tx.query<{ id: string }>('insert into effect (what) values ($1) returning id', [
          JSON.stringify(command.input),
        ]);
        return fails ? err({ code: 'NO' as const }) : ok(row?.id);
      }),
    );
  const effects = async () => (await database.admin.query('select 1 from ordering.effect')).rowCount;
  const place: Command = { operation: 'placeOrder', key: 'key-1', input: { quantity: 1 } };

  test('T10 a repeat gets the saved answer', async () => {
    const first = await run(rossi, place);
    expect(await run(rossi, place)).toEqual(first);
    expect(await effects()).toBe(1);
  });

  test('T10 the same key with another input is a conflict', async () => {
    await run(rossi, place);
    expect(await run(rossi, { ...place, input: { quantity: 2 } })).toEqual(
      err({ code: 'IDEMPOTENCY_CONFLICT' }),
    );
    expect(await effects()).toBe(1);
  });

  test('T10 twenty in parallel: one runs, all get its answer', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => run(rossi, place)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await effects()).toBe(1);
  });

  test('a failed command leaves its key free', async () => {
    await run(rossi, place, true);
    expect(await effects()).toBe(0);
    expect((await run(rossi, place)).ok).toBe(true);
  });

  test('keys of two tenants never meet', async () => {
    const mine = await run(rossi, place);
    expect(await run(verdi, place)).not.toEqual(mine);
    expect(await effects()).toBe(2);
  });
});
