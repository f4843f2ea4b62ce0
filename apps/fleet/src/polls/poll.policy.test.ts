import type { SerialScope } from '../devices/lock-devices';
import { actorOf, actors, bianchi, italy, rossi } from '../../test/actors';
import { uploadScopeOf } from './poll.policy';

const expected: Record<keyof typeof actors, SerialScope | null> = {
  anonymous: null,
  guest: null,
  member: null,
  administrator: null,
  'administrator of another customer': null,
  'user without rights': null,
  staff: null,
  'staff of another branch': null,
  'staff without rights': null,
  'partner of a customer': { customerId: rossi },
  'partner of a branch': { branchId: italy },
  'partner without rights': null,
  collector: { customerId: rossi },
  'collector of another customer': { customerId: bianchi },
  'collector without customer': null,
  system: null,
};

test.each(Object.entries(expected))('where machines of an upload by %s are looked for', (name, scope) => {
  expect(uploadScopeOf(actors[name as keyof typeof actors])).toEqual(scope);
});

test('staff who may hand in polls do so for their branch; a user never does', () => {
  expect(uploadScopeOf(actorOf('staff', ['telemetry:write'], { customerId: null }))).toEqual({
    branchId: italy,
  });
  expect(uploadScopeOf(actorOf('user', ['telemetry:write']))).toBeNull();
});
