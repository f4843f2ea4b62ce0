import { randomUUID } from 'node:crypto';
import type { EventDefinition, PayloadOf } from '@platen/contracts';
import { fixedClock } from '@platen/kernel';
import { type DeviceScope, type Tx, type UnitOfWork, system } from '@platen/platform';
import { type TestDatabase, type TestService, createTestDatabase, startTestService } from '@platen/testing';
import type { Logger } from 'pino';
import { type OrderingApp, ordering } from '../src/index';

/** Ordering on a real database, with a clock and a fleet that the test moves. */
export interface OrderingUnderTest extends Pick<TestService<OrderingApp>, 'app' | 'ask' | 'data'> {
  readonly work: UnitOfWork;
  readonly log: Logger;
  readonly database: TestDatabase;
  readonly clock: ReturnType<typeof fixedClock>;
  /** what fleet answers for an actor's id; every device when it is not named here */
  readonly scopes: Map<string | null, DeviceScope>;
  /** hands an event to all its consumers, each in a transaction of its own */
  deliver<Event extends EventDefinition>(event: Event, payload: PayloadOf<Event>): Promise<void>;
  /** a transaction of the product itself */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** rows as the superuser sees them */
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

/** The morning on which every test starts: a Monday in Rome and Amsterdam. */
export const monday = '2026-11-16T08:30:00Z';

/** Starts it all. Call in `beforeAll`, `stop` in `afterAll`. */
export async function startOrdering(): Promise<OrderingUnderTest> {
  const database = await createTestDatabase([ordering]);
  const clock = fixedClock(monday);
  const scopes = new Map<string | null, DeviceScope>();
  const service = await startTestService(database, ordering, {
    clock,
    deviceAccess: { scopeOf: async (actor) => scopes.get(actor.id) ?? { all: true } },
  });
  const { work, log } = service.runtime;
  return {
    app: service.app,
    ask: service.ask,
    data: service.data,
    work,
    log,
    database,
    clock,
    scopes,
    deliver: async (event, payload) => {
      for (const consumer of ordering.consumers.filter((each) => each.event === event)) {
        await work.write(system('test'), (tx) =>
          consumer.handle(service.app, payload, { tx, messageId: randomUUID(), log }),
        );
      }
    },
    write: (doing) => work.write(system('test'), doing),
    rows: async <Row>(sql: string, parameters: unknown[] = []) =>
      (await database.admin.query(sql, parameters)).rows as Row[],
    stop: async () => {
      await service.stop();
      await database.close();
    },
  };
}
