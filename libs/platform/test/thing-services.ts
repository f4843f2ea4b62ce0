import { branchChanged, personErased, defineEvent, defineJob, sendMail } from '@platen/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import type { Definitions } from '../src/jobs/wiring';
import { type AnyService, type HandlerContext, defineService, handles, on } from '../src/service';
import type { ServiceName } from '../src/service-names';

/** A fact that the fleet of these tests reports, and two services react to. */
export const thingHappened = defineEvent({
  name: 'fleet.thing.happened.v1',
  payload: z.object({ thingId: z.string() }),
});
/** A fact that nobody reacts to. */
export const thingIgnored = defineEvent({ name: 'fleet.thing.ignored.v1', payload: z.object({}) });
export const countThing = defineJob({
  name: 'fleet.count-thing',
  payload: z.object({ thingId: z.string() }),
});

export const thingDefinitions: Definitions = {
  events: [thingHappened, thingIgnored, branchChanged, personErased],
  jobs: [countThing, sendMail],
};

class Effects1795255200000 implements MigrationInterface {
  readonly name = 'Effects1795255200000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table effect (handler text not null, thing_id text not null)');
  }
  async down(): Promise<void> {}
}

/** What a handler does beside recording that it ran; tests replace it to fail, wait or crash. */
export interface Behaviour {
  beforeEffect(handler: string, thingId: string, context: HandlerContext): Promise<void>;
}

/** Three services that only record, in a table without any uniqueness, which handler ran for which thing. */
export function thingServices(behaviour: Behaviour): AnyService[] {
  const record =
    (handler: string) => async (_app: object, payload: { thingId: string }, context: HandlerContext) => {
      await behaviour.beforeEffect(handler, payload.thingId, context);
      await context.tx.query('insert into effect (handler, thing_id) values ($1, $2)', [
        handler,
        payload.thingId,
      ]);
    };
  return [
    service('fleet', { jobs: [handles(countThing, record(countThing.name))] }),
    service('ordering', {
      consumers: [on(thingHappened, 'ordering.note-thing', record('ordering.note-thing'))],
    }),
    service('billing', {
      consumers: [on(thingHappened, 'billing.note-thing', record('billing.note-thing'))],
    }),
  ];
}

class NoResolver {}

/** A service with nothing but what the test gives it. */
export function service(name: ServiceName, parts: Partial<AnyService> = {}): AnyService {
  return defineService<unknown>({
    name,
    entities: [],
    migrations: [Effects1795255200000],
    resolvers: [NoResolver],
    compose: () => ({}),
    resolverInstances: () => [],
    references: () => ({}),
    consumers: [],
    jobs: [],
    schedules: [],
    ...parts,
  });
}
