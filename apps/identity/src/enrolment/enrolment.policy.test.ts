import { actors } from '../../test/actors';
import { managedBy } from './enrolment.policy';

test.each(Object.entries(actors))('%s', (name, actor) => {
  const of = { administrator: 'customer_id', staff: 'branch_id' }[name];
  const withRight = { ...actor, rights: new Set([...actor.rights, 'collector:manage' as const]) };
  const people = actor.kind === 'user' ? actor.customerId : actor.kind === 'staff' ? actor.branchId : null;
  expect(managedBy(withRight).is).toBe(people);
  expect(managedBy({ ...actor, rights: new Set() }).is).toBeNull();
  if (of) expect(managedBy(withRight).column).toBe(of);
});
