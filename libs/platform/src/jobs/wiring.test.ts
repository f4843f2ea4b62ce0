import * as contracts from '@platen/contracts';
import { branchChanged, defineEvent, defineJob, sendMail } from '@platen/contracts';
import { z } from 'zod';
import {
  countThing,
  service,
  thingDefinitions,
  thingHappened,
  thingServices,
} from '../../test/thing-services';
import { handles, on } from '../service';
import { jobIdOf } from './delivery';
import { MessageRoutes } from './message-routes';
import { type Definitions, assertWired, definitionsIn } from './wiring';

const nothing = async () => {};
const things = thingServices({ beforeEffect: nothing });
const ownJob = defineJob({ name: 'billing.do-something', payload: z.object({}) });
const definitions = (change: Partial<Definitions> = {}) => ({ ...thingDefinitions, ...change });

test('services that fit together are accepted, and every message knows its handlers', () => {
  const routes = new MessageRoutes(things, thingDefinitions);
  const handlers = (kind: 'event' | 'job', name: string) =>
    routes.findRoutes({ kind, name })?.map((route) => `${route.queue}: ${route.handler}`);
  expect(handlers('event', thingHappened.name)).toEqual([
    'ordering: ordering.note-thing',
    'billing: billing.note-thing',
  ]);
  expect(handlers('event', 'fleet.thing.ignored.v1')).toEqual([]);
  expect(handlers('event', 'fleet.thing.unheard-of.v1')).toBeUndefined();
  expect(handlers('job', countThing.name)).toEqual(['fleet: fleet.count-thing']);
  expect(handlers('job', sendMail.name)).toEqual(['mail: platform.send-mail']);
  expect(handlers('event', branchChanged.name)).toEqual([
    'fleet: fleet.know-branch',
    'ordering: ordering.know-branch',
    'billing: billing.know-branch',
  ]);
});

test.each([
  [
    'a consumer with a name that another one has',
    [...things, service('identity', { consumers: [on(thingHappened, 'billing.note-thing', nothing)] })],
    definitions(),
    'billing.note-thing has two handlers',
  ],
  [
    'a job with two handlers',
    [...things, service('identity', { jobs: [handles(countThing, nothing)] })],
    definitions(),
    'fleet.count-thing has two handlers',
  ],
  [
    'a declared job without handler',
    things,
    definitions({ jobs: [countThing, ownJob, sendMail] }),
    'job billing.do-something has no handler',
  ],
  [
    'a scheduled job without handler',
    [
      ...things,
      service('identity', { schedules: [{ name: 'daily', job: ownJob, payload: {}, everyMs: 1 }] }),
    ],
    definitions(),
    'job billing.do-something has no handler',
  ],
  [
    'an event that no contract declares',
    things,
    definitions({ events: [branchChanged] }),
    'ordering.note-thing waits for fleet.thing.happened.v1, which no contract declares',
  ],
  [
    'an event of the same name with another payload',
    things,
    definitions({
      events: [defineEvent({ name: thingHappened.name, payload: z.object({}) }), branchChanged],
    }),
    'billing.note-thing waits for fleet.thing.happened.v1, which no contract declares',
  ],
  [
    'a handler whose name is unfit for a job id',
    [...things, service('identity', { consumers: [on(thingHappened, 'identity:note', nothing)] })],
    definitions(),
    'handler identity:note is not named <service>.<verb>-<noun>',
  ],
])('refuses %s', (_what, services, declared, problem) => {
  expect(() => assertWired(services, declared)).toThrow(problem);
});

test('finds the events and jobs among the exports of libs/contracts', () => {
  const found = definitionsIn(contracts);
  expect(found.events).toContain(branchChanged);
  expect(found.jobs).toEqual([sendMail]);
  expect(found.events.every(({ name }) => name.endsWith('.v1'))).toBe(true);
});

test('C52 the job id of a delivery is always the same, holds no colon and is no bare number', () => {
  const messageId = '01939c3e-0000-7000-8000-000000000001';
  expect(jobIdOf({ handler: 'ordering.note-thing', messageId })).toBe(`ordering.note-thing-${messageId}`);
});
