import type { World } from '@platen/contracts';
import { fixedClock } from '@platen/kernel';
import type { Actor } from '@platen/platform';
import { type TestDatabase, type TestService, createTestDatabase, startTestService } from '@platen/testing';
import type { FleetApp } from '../src/fleet-app';
import { fleet } from '../src/index';
import { actors, italy, netherlands } from './actors';
import { buildWorld } from './factories';
import type { Upload } from './polls';

/** The present instant of these tests. */
export const NOW = '2026-11-20T10:00:00.000Z';

const RECORD = `mutation ($input: RecordPollsInput!) { recordPolls(input: $input) { __typename
  ... on RecordPollsSuccess { acceptedReads duplicateReads refusedReads unknownDevices }
  ... on InvalidInputError { code fields { path message } }
  ... on IdempotencyConflictError { code } } }`;

/** Starts fleet for the tests of a file; every test begins with empty tables and two branches. */
export function useFleet() {
  const clock = fixedClock(NOW);
  let database: TestDatabase;
  let service: TestService<FleetApp>;
  beforeAll(async () => {
    database = await createTestDatabase([fleet]);
    service = await startTestService(database, fleet, { clock });
  });
  afterAll(async () => {
    await service.stop();
    await database.close();
  });
  beforeEach(async () => {
    clock.set(NOW);
    await database.clean();
    await database.admin.query(
      `insert into fleet.known_branch (id, code, version, settings)
       select id, code, 1, '{"silentAfterHours": 24, "timeZone": "Europe/Rome", "locale": "it", "ordering": {"reorderPercent": 15},
         "meters": {"dueDay": 25, "reminderDaysBefore": [10, 5], "linkValidDays": 10, "correctionDays": 30},
         "brand": {"name": "Aurora", "color": "#243b6b", "logoUrl": null},
         "contacts": [{"topic": "meters", "phone": null, "mail": "meters@aurora.example", "hours": null}]}'
       from (values ($1::uuid, 'IT'), ($2::uuid, 'NL')) as b (id, code)`,
      [italy, netherlands],
    );
  });

  return {
    clock,
    admin: () => database.admin,
    app: () => service.app,
    load: (parts: Partial<World>) => service.app.world.load(buildWorld(parts)),
    ask: (actor: Actor, document: string, variables?: Record<string, unknown>) =>
      service.ask(actor, document, variables),
    data: <Data>(actor: Actor, document: string, variables?: Record<string, unknown>): Promise<Data> =>
      service.data<Data>(actor, document, variables),
    record: async (upload: Upload, actor: Actor = actors.collector) =>
      (await service.data<{ recordPolls: Record<string, unknown> }>(actor, RECORD, { input: upload }))
        .recordPolls,
    /** rows as superuser */
    rows: async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> => {
      const result = await database.admin.query(sql, parameters);
      return result.rows as Row[];
    },
    /** payloads of the events written so far, oldest first */
    events: async <Payload>(name: string): Promise<Payload[]> => {
      const result = await database.admin.query(
        'select payload from fleet.outbox where name = $1 order by id',
        [name],
      );
      return result.rows.map((row) => row.payload as Payload);
    },
    forgetEvents: () => database.admin.query('delete from fleet.outbox'),
  };
}
