import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identity } from '@platen/identity';
import { auditEntryOf, handlersOf } from '@platen/platform';
import {
  type TestDatabase,
  type TestService,
  buildActor,
  createTestDatabase,
  startTestService,
  testSecret,
} from '@platen/testing';
import { checkAudit } from '../doctor/audit-check';
import { verify } from './audit';

const actor = buildActor({ kind: 'user', customerId: randomUUID(), branchId: randomUUID() });
const folder = mkdtempSync(join(tmpdir(), 'platen-audit-'));

describe('C40 platen audit verify', () => {
  let database: TestDatabase;
  let service: TestService<unknown>;
  const environment = process.env;
  beforeAll(async () => {
    database = await createTestDatabase([identity]);
    service = await startTestService(database, identity);
    process.env = { ...environment, DATABASE_URL: database.adminUrl, PLATEN_SECRET: testSecret };
    const append = handlersOf(service.runtime).find(({ name }) => name === 'identity.append-audit-entry');
    for (const fact of [1, 2, 3]) {
      const payload = auditEntryOf({ action: 'role.changed', facts: { fact } }, actor);
      const delivery = { messageId: randomUUID(), payload, requestId: 'r' };
      await append?.run(delivery as Parameters<typeof append.run>[0]);
    }
  });
  afterAll(async () => {
    process.env = environment;
    process.exitCode = 0;
    rmSync(folder, { recursive: true });
    await service.stop();
    await database.close();
  });

  /** What the command printed, and its exit code. */
  async function run(json: boolean): Promise<[string, unknown]> {
    const written: string[] = [];
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    await verify({ json, data: folder }).finally(() => spy.mockRestore());
    return [written.join(''), process.exitCode];
  }

  test('a whole log: what was found, the head of each chain, exit code 0', async () => {
    const [printed, code] = await run(false);
    expect(printed).toMatch(
      new RegExp(
        `^ok      customer ${actor.customerId}: 3 entries, head [0-9a-f]{64}\n3 entries in 1 chains, all in order\n$`,
      ),
    );
    expect(code).toBe(0);
    const [json] = await run(true);
    expect(JSON.parse(json)).toMatchObject({
      whole: true,
      chains: [{ length: 3, verified: 3, broken: null }],
    });
    expect(await checkAudit(database.adminUrl)).toMatchObject([{ state: 'ok' }]);
  });

  test('a changed entry is named, exit code 1, and the doctor says so', async () => {
    await database.admin.query(
      `set session_replication_role = replica; update identity.audit_entry set facts = '{}' where position = 2`,
    );
    const [printed, code] = await run(false);
    expect(printed).toMatch(/^BROKEN {2}customer .*: entry 2 \([0-9a-f-]{36}\) is not what was recorded\n/);
    expect(code).toBe(1);
    expect(JSON.parse((await run(true))[0])).toMatchObject({ whole: false });
    expect(await checkAudit(database.adminUrl)).toMatchObject([{ state: 'failed' }]);
  });
});
