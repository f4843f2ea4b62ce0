import { randomUUID } from 'node:crypto';
import type { EventDefinition, PayloadOf } from '@platen/contracts';
import { fixedClock } from '@platen/kernel';
import {
  type Actor,
  type DeviceAccess,
  type DeviceScope,
  type ServiceRuntime,
  createLogger,
  startService,
  system,
} from '@platen/platform';
import { type TestDatabase, createTestDatabase, testSecret } from '@platen/testing';
import type { GraphQLError } from 'graphql';
import { parse } from 'graphql';
import { type OrderingApp, ordering } from '../src/index';

/** Ordering on a real database, with a clock and a fleet that the test moves. */
export interface OrderingUnderTest {
  readonly database: TestDatabase;
  readonly runtime: ServiceRuntime<OrderingApp>;
  readonly clock: ReturnType<typeof fixedClock>;
  /** what fleet answers for an actor's id; every device when it is not named here */
  readonly scopes: Map<string | null, DeviceScope>;
  /** hands an event to all its consumers, each in a transaction of its own */
  deliver<Event extends EventDefinition>(event: Event, payload: PayloadOf<Event>): Promise<void>;
  /** asks the subgraph as an actor */
  ask(actor: Actor, document: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** rows as the superuser sees them */
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

export interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly GraphQLError[];
}

/** The morning on which every test starts: a Monday in Rome and Amsterdam. */
export const monday = '2026-11-16T08:30:00Z';

/** Starts it all. Call in `beforeAll`, `stop` in `afterAll`. */
export async function startOrdering(): Promise<OrderingUnderTest> {
  const database = await createTestDatabase([ordering as never]);
  const clock = fixedClock(monday);
  const scopes = new Map<string | null, DeviceScope>();
  const deviceAccess: DeviceAccess = { scopeOf: async (actor) => scopes.get(actor.id) ?? { all: true } };
  const log = createLogger('test', 'silent');
  const runtime = await startService(ordering, {
    env: { DATABASE_URL: database.adminUrl, PLATEN_SECRET: testSecret, DATABASE_POOL: 20 },
    log,
    clock,
    deviceAccess,
    publicUrl: 'https://portal.example',
  });
  const execute = runtime.executor();
  return {
    database,
    runtime,
    clock,
    scopes,
    deliver: async (event, payload) => {
      for (const consumer of ordering.consumers.filter((each) => each.event === event)) {
        await runtime.work.write(system('test'), (tx) =>
          consumer.handle(runtime.app, payload, { tx, messageId: randomUUID(), log }),
        );
      }
    },
    ask: async (actor, document, variables = {}) => {
      const result = await execute({ document: parse(document), variables, actor, clientAddress: null });
      return { data: result.data ?? {}, errors: result.errors ?? [] };
    },
    rows: async <Row>(sql: string, parameters: unknown[] = []) =>
      (await database.admin.query(sql, parameters)).rows as Row[],
    stop: async () => {
      await runtime.stop();
      await database.close();
    },
  };
}
